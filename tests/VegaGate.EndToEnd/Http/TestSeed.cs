using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// The repository <c>acme/widgets</c> and the people around it: the owners of the go-live list, of whom only Zev has the Triage role; somebody with that role
/// who owns nothing; and a guest.
/// </summary>
internal static class TestSeed
{
    public const string Repository = "acme/widgets";
    public const string Elsewhere = "acme/elsewhere";
    public const string Admin = "root";
    public const string Bot = "github-actions[bot]";
    public const string Owner = "zev";
    public const string OwnerWithoutTriage = "kate";
    public const string Triager = "trixie";
    public const string Guest = "guest";

    private static readonly string[] People = [Admin, Owner, "rr", OwnerWithoutTriage, "ops-lead", "cs-lead", Triager, Guest];

    /// <summary>The token of a person.</summary>
    public static string TokenOf(string login) => $"{login}-token";

    public static JsonObject Create() => new()
    {
        ["tokens"] = new JsonObject(People.Select(login => KeyValuePair.Create<string, JsonNode?>(TokenOf(login), new JsonObject { ["login"] = login }))
            .Append(new("seeded-bot-token", new JsonObject { ["login"] = Bot, ["id"] = 41898282, ["type"] = "Bot", ["permissions"] = new JsonObject(), ["repository"] = Repository }))),
        ["github"] = new JsonObject
        {
            ["users"] = new JsonArray([.. People.Select(login => new JsonObject { ["login"] = login })]),
            ["orgs"] = new JsonArray(new JsonObject
            {
                ["login"] = "acme",
                ["members"] = new JsonArray(new JsonObject { ["login"] = Admin, ["role"] = "admin" }),
            }),
            ["repos"] = new JsonArray(
                new JsonObject
                {
                    ["owner"] = "acme",
                    ["name"] = "widgets",
                    ["auto_init"] = true,
                    ["collaborators"] = new JsonObject { [Admin] = "admin", [Owner] = "triage", [Triager] = "triage" },
                },
                new JsonObject { ["owner"] = "acme", ["name"] = "elsewhere" }),
        },
    };
}
