using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>What the program writes and what people write, held against JSON Schemas by a validator that is not ours.</summary>
public sealed class SchemaTests
{
    private static readonly string Folder = Path.Combine(Repository.Tests, "schemas");

    /// <summary>A list that holds against the schema; the bad examples change one line of it each.</summary>
    private static readonly string Good = string.Join('\n',
        "checklist: list",
        "title: List",
        "date: 2026-01-11",
        "people:",
        "  ann: { name: Ann, github: ann, id: 7 }",
        "gate:",
        "  stages: [deploy, go-live]",
        "  sign-off: 2",
        "  sign-off-valid-for: 30d",
        "  window: { from: 2026-03-02T08:00:00Z, to: 2026-03-02T16:00Z }",
        "sections:",
        "  - id: all",
        "    title: All",
        "    items:",
        "      - id: \"1\"",
        "        title: One",
        "        owners: ann",
        "        status: In progress",
        "        required: false",
        "        sign-off: { ann: 1 }",
        "        verify: [{ http: { url: \"https://shop.example\", status: 200 } }]",
        "");

    [Fact]
    public async Task The_lists_of_this_repository_hold_against_the_schema_of_a_checklist()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        var files = Directory.GetFiles(workspace.PathOf("checklists"), "*.yaml", SearchOption.AllDirectories);

        var lines = await CheckAsync(workspace, OwnSchema("checklist"), files);

        lines.Should().HaveCount(3).And.OnlyContain(line => line.StartsWith("ok ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_schema_of_a_checklist_refuses_what_is_not_of_the_format()
    {
        (string Old, string New)[] changes =
        [
            ("title: List", "titel: List"),
            ("checklist: list\n", ""),
            ("checklist: list", "checklist: Go Live"),
            ("checklist: list", $"checklist: {new string('a', 41)}"),
            ("title: List", "title: [List]"),
            ("title: List", "title: \"two\\nlines\""),
            ("title: List", "title:"),
            ("date: 2026-01-11", "date: 2026-02-30"),
            ("id: 7", "id: seven"),
            ("id: 7", "id: 0"),
            ("github: ann", "github: \"@ann\""),
            ("  ann: {", "  \"#ann\": {"),
            ("name: Ann", "nmae: Ann"),
            ("sign-off: 2", "sign-off: most"),
            ("sign-off-valid-for: 30d", "sign-off-valid-for: 30 days"),
            ("from: 2026-03-02T08:00:00Z, ", ""),
            ("2026-03-02T16:00Z", "2026-03-02T16:00+01:00"),
            ("  - id: all", "  - id: All of them"),
            ("      - id: \"1\"\n        title", "      - title"),
            ("id: \"1\"", "id: 1.1"),
            ("title: One", "titel: One"),
            ("owners: ann", "owners: { ann: true }"),
            ("owners: ann", "owners: [ann, \"ann smith\"]"),
            ("required: false", "required: never"),
            ("{ ann: 1 }", "{ ann: some }"),
            ("verify: [", "verify: [http, "),
            ("verify: [", "verify: [{ text: { in: README.md } }, "),
            ("title: One", "title: \"  \""),
            ("In progress", "started"),
            ("stages: [deploy, go-live]", "stages: [deploy, deploy]"),
            ("title: List", "title: List\nphases: []"),
        ];
        using var workspace = Workspace.With(Good);
        foreach (var (at, change) in changes.Index())
        {
            Good.Split(change.Old).Should().HaveCount(2, "\"{0}\" stands once", change.Old);
            workspace.Write($"bad/{at}.yaml", Good.Replace(change.Old, change.New, StringComparison.Ordinal));
        }

        var lines = await CheckAsync(workspace, OwnSchema("checklist"), ["checklists/list.yaml", .. changes.Select((_, at) => $"bad/{at}.yaml")]);

        lines[0].Should().Be("ok checklists/list.yaml");
        lines.Should().HaveCount(changes.Length + 1);
        foreach (var (line, change) in lines.Skip(1).Zip(changes))
            line.Should().StartWith("refused ", "of {0}", change.New);
    }

    /// <summary>Its example is a repetition that is too long to be printed, and its number comes from the configuration.</summary>
    private const string TooManyItems = "VG1013";

    /// <summary>Why a schema cannot refuse the rest, which are all the other rules. Those of syntax and of suppressions are not of the value that a schema sees.</summary>
    private static readonly Dictionary<string, string[]> Unsayable = new(StringComparer.Ordinal)
    {
        ["two places of the file are compared"] =
        [
            "VG1007", "VG1010", "VG1018", "VG1019", "VG1020", "VG2001", "VG2003", "VG2004", "VG2006", "VG2007", "VG2008", "VG2002", "VG2009", "VG2010", "VG2011", "VG2013", "VG2014", "VG2015", "VG2016",
            "VG3003", "VG3005", "VG3006", "VG3008", "VG3009", "VG3010", "VG3011", "VG4001", "VG4002", "VG4003", "VG4004", "VG4005", "VG5001", "VG5004", "VG6001", "VG6003", "VG6004", "VG6006", "VG6010", "VG6011",
        ],
        ["it is a warning, or may be one, and the list can be used"] = ["VG1014", "VG1016", "VG1017", "VG2005", "VG2012", "VG3002", "VG3007", "VG5005", "VG6005", "VG7001", "VG7002", "VG7003"],
        ["the time of the run decides"] = ["VG3012", "VG3013", "VG3014"],
        ["it takes a table or a grammar of its own"] = ["VG1015", "VG5003", "VG5008", "VG6002", "VG6007", "VG6008", "VG6012", "VG7004"],
        ["several files, or the issues, are compared"] = ["VG1009", "VG3015"],
    };

    [Fact]
    public async Task The_schema_refuses_the_bad_example_of_every_rule_that_it_can_express()
    {
        using var workspace = new Workspace();
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "VG*.md").Where(page => Path.GetFileNameWithoutExtension(page) is not (['V', 'G', '0' or '8', ..] or TooManyItems)).Order(StringComparer.Ordinal).ToArray();
        foreach (var page in pages)
        {
            // Of several files, the last one.
            var bad = (await File.ReadAllTextAsync(page)).Split("## Bad\n\n```yaml\n")[1].Split("\n```\n")[0].Split("# file: ")[^1];
            workspace.Write(Path.GetFileNameWithoutExtension(page) + ".yaml", bad.StartsWith("checklists/", StringComparison.Ordinal) ? bad[(bad.IndexOf('\n', StringComparison.Ordinal) + 1)..] : bad);
        }

        var lines = await CheckAsync(workspace, OwnSchema("checklist"), [.. pages.Select(page => Path.GetFileNameWithoutExtension(page) + ".yaml")]);

        lines.Where(line => line.StartsWith("ok ", StringComparison.Ordinal)).Select(line => line["ok ".Length..].Split('.')[0])
            .Should().BeEquivalentTo(Unsayable.SelectMany(reason => reason.Value), "all others can be said");
        lines.Should().HaveCount(pages.Length);
    }

    [Fact]
    public async Task The_schema_of_the_configuration_takes_every_key_and_refuses_others()
    {
        using var workspace = new Workspace()
            .Write("good.yaml", "tracker: github\nrepository: owner/name\nidentity: github-actions[bot]\nformer-identities: [ann, bea]\ngate: { pull-request: block }\n")
            .Write("key.yaml", "traker: github\n").Write("choice.yaml", "tracker: elsewhere\n").Write("repository.yaml", "repository: name\n").Write("login.yaml", "identity: a b\n");

        var lines = await CheckAsync(workspace, OwnSchema("configuration"), "good.yaml", "key.yaml", "choice.yaml", "repository.yaml", "login.yaml");

        lines.Select(line => line.Split(' ')[0]).Should().Equal("ok", "refused", "refused", "refused", "refused");
    }

    [Fact]
    public async Task Evidence_holds_against_its_schema()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        (await workspace.RunAsync("gate", "--evidence", "before.json")).Exits(1);
        (await workspace.RunAsync("apply")).Exits(0);
        foreach (var (id, words, name) in new[] { ("1.1", "/done it is there", "zev"), ("1.2", "/block technical high no reason", "zev"), ("1.2", "/object to it", "zev"), ("1.3", "/start", "zev") })
            await workspace.RunAsync("say", $"vega77-go-live/{id}", words, "--as", name);
        await workspace.RunAsync("say", "vega77-go-live/2.1", "--close", "--as", "zev");
        await workspace.RunAsync("say", "vega77-go-live/2.1", "--reopen", "--as", "zev");
        (await workspace.RunAsync("gate", "--evidence", "good.json")).Exits(1);
        var good = workspace.Read("good.json");
        foreach (var word in new[] { "\"event\": \"commented\"", "\"event\": \"closed\"", "\"event\": \"reopened\"", "\"kind\": \"objection\"", "\"is-there\": false" })
            good.Should().Contain(word);
        workspace.Write("checklists/bad.yaml", "checklist: [");
        (await workspace.RunAsync("gate", "--evidence", "none.json")).Exits(1);
        (string Old, string New)[] changes =
        [
            ("\"version\": 1", "\"version\": 2"), ("\"tool\"", "\"tol\""), ("\"event\": \"closed\"", "\"event\": \"shut\""), ("\"kind\": \"sign-off\"", "\"kind\": \"signature\""),
            ("\"body\": \"/done it is there\"", "\"body\": null"), ("\"commit-protected\": true", "\"commit-protected\": 1"), ("\"stands\": true", "\"stands\": true, \"more\": 1"), ("\"now\": \"2", "\"now\": \"x"),
        ];
        foreach (var (at, change) in changes.Index())
        {
            var place = good.IndexOf(change.Old, StringComparison.Ordinal);
            place.Should().BePositive("\"{0}\" is in the evidence", change.Old);
            workspace.Write($"bad{at}.json", good[..place] + change.New + good[(place + change.Old.Length)..]);
        }

        var lines = await CheckAsync(workspace, OwnSchema("evidence"), ["good.json", "before.json", "none.json", .. changes.Select((_, at) => $"bad{at}.json")]);

        lines[..3].Should().Equal("ok good.json", "ok before.json", "ok none.json");
        lines.Should().HaveCount(3 + changes.Length);
        foreach (var (line, change) in lines.Skip(3).Zip(changes))
            line.Should().StartWith("refused ", "of {0}", change.New);
    }

    [Fact]
    public async Task A_SARIF_log_is_valid_by_the_schema_of_OASIS()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        workspace.Write("clean.sarif", (await workspace.RunAsync("validate", "checklists", "--format", "sarif")).Output);
        workspace.Write("checklists/six defects#1.yaml", await File.ReadAllBytesAsync(Path.Combine(Repository.Tests, "Golden", "validate-json", "checklists", "six-defects.yaml")));
        workspace.Write("checklists/broken.yaml", "a: [\n").Write("checklists/empty.yaml", "").Write("checklists/hostile.yaml", "checklist: list\n\"\\e[31m##[error]{0}](x)\": 1\nsections: []\n");
        var run = await workspace.RunAsync("validate", "checklists", "--format", "sarif");
        workspace.Write("findings.sarif", run.Exits(1).Output).Write("wrong.sarif", run.Output.Replace("\"startLine\"", "\"startLime\"", StringComparison.Ordinal));

        var lines = await CheckAsync(workspace, "sarif", "clean.sarif", "findings.sarif", "wrong.sarif");

        lines[..2].Should().Equal("ok clean.sarif", "ok findings.sarif");
        lines[2].Should().StartWith("refused ");
        run.Output.Should().Contain("six%20defects%231.yaml").And.Contain("\"applicability\": \"safe\"").And.Contain("It is taken here.");
    }

    private static string OwnSchema(string name) => Path.Combine(Repository.Root, "schema", $"{name}.schema.json");

    /// <summary>A line for each file.</summary>
    private static async Task<string[]> CheckAsync(Workspace workspace, string schema, params string[] files)
    {
        var variables = VegaGateProgram.Variables(("PATH", Environment.GetEnvironmentVariable("PATH") ?? ""));
        return (await VegaGateProgram.RunAsync(VegaGateProgram.Describe(workspace.Folder, variables, "node", [Path.Combine(Folder, "check.mjs"), schema, .. files]), TimeSpan.FromMinutes(2))).Exits(0).Lines;
    }
}
