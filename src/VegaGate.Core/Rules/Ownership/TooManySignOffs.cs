using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules.Ownership;

/// <summary>A required item that asks for more sign-offs than there are people who could give them: it could never pass.</summary>
public sealed class TooManySignOffs : Rule
{
    /// <summary>Teams that a message names.</summary>
    private const int MaxNamed = 3;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2011", "too-many-sign-offs", DiagnosticSeverity.Error, "An item asks for more sign-offs than anybody could give.");

    public override RulePage Page => new(
        "A required item whose `sign-off` rule, its own or the gate's, asks for more people than its owners, their members and delegates with a GitHub login are, or for a team that does not own it.",
        "The item can never be signed off, and the release is held until somebody breaks the glass.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, sign-off: 2 }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: [zev, rr], sign-off: 2 }
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var list = context.Checklist;
        var speakers = new Speakers(list.People);
        var owners = new NameSets();
        var teamsOfPolicy = new Dictionary<SignOffPolicy.PerTeam, string[]>();
        var shortfalls = new Dictionary<SignOffPolicy, ByNames<string?>>();
        return item =>
        {
            // Owners whom nobody knows, or of whom none could sign, have their own findings.
            if (!item.IsRequired || item.SignOffPolicy is SignOffPolicy.Any || speakers.CountSigners(item.Owners) is not > 0)
                return;

            // Items of one section, under one rule, get one answer.
            if (!shortfalls.TryGetValue(item.SignOffPolicy, out var byOwners))
                shortfalls.Add(item.SignOffPolicy, byOwners = new ByNames<string?>());
            if (byOwners.Of(item.Owners, _ => Explain(item)) is { } words)
                context.Report(this, item.SignOffKey?.Span ?? item.Place(), $"{item.Subject()} {words}");
        };

        string? Explain(ChecklistItem item) => item.SignOffPolicy switch
        {
            SignOffPolicy.Count count when count.Number > speakers.CountSigners(item.Owners) => $"asks for {count.Number} sign-offs, but {Only(speakers.CountSigners(item.Owners)!.Value)} could sign; name more owners, or ask for fewer.",
            SignOffPolicy.All => ExplainAll(item.Owners, speakers),
            SignOffPolicy.PerTeam teams => ExplainTeams(owners.Of(item.Owners), TeamsOf(item, teams)),
            _ => null,
        };

        // What the gate itself gets wrong is said there, once, and not at each of its items.
        string[] TeamsOf(ChecklistItem item, SignOffPolicy.PerTeam policy)
        {
            if (teamsOfPolicy.TryGetValue(policy, out var teams))
                return teams;
            CheckTeams(context, item.SignOffKey?.Span ?? PlaceInGate(list), item.SignOffKey is null ? "The gate" : item.Subject(), policy, speakers);
            teams = [.. policy.Teams.Select(team => team.Team).Where(team => list.People.FindTeam(team) is not null)];
            teamsOfPolicy.Add(policy, teams);
            return teams;
        }
    }

    private static string? ExplainAll(ImmutableArray<Located<string>> all, Speakers speakers)
    {
        var signers = speakers.CountSigners(all);
        var owners = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in all)
        {
            if (owners.Add(owner.Value) && speakers.SignersOf(owner.Value).Count == 0)
                return $"asks for the sign-off of all its owners, but nobody could sign for {Quote.Of(owner.Value)}; give them a `github` login or a delegate, or ask for fewer.";
        }

        return owners.Count > signers
            ? $"asks for the sign-off of all its {owners.Count} owners, one voice for each, but {Only(signers.Value)} could sign; name other owners, or ask for fewer."
            : null;
    }

    private void CheckTeams(RuleContext context, TextSpan place, string subject, SignOffPolicy.PerTeam policy, Speakers speakers)
    {
        var people = context.Checklist.People;
        foreach (var team in policy.Teams.Where(team => people.Knows(team.Team)))
        {
            if (people.FindTeam(team.Team) is null)
                context.Report(this, place, $"{subject} asks for sign-offs of the team {Quote.Of(team.Team)}, which is a person; name a team.");
            else if (speakers.SignersOf(team.Team).Count is var signers && team.Number > signers)
                context.Report(this, place, $"{subject} asks for {team.Number} {(team.Number == 1 ? "sign-off" : "sign-offs")} of the team {Quote.Of(team.Team)}, for which {Only(signers)} could sign; add members, or ask for fewer.");
        }
    }

    /// <summary>The first of the teams that do not own an item.</summary>
    private static string? ExplainTeams(HashSet<string> owners, string[] teams)
    {
        var missing = teams.Where(team => !owners.Contains(team)).Take(MaxNamed + 1).Select(Quote.Of).ToList();
        if (missing.Count <= 1)
            return missing.Count == 0 ? null : $"asks for sign-offs of the team {missing[0]}, which does not own it; add the team to its owners, or take it out of the rule.";
        if (missing.Count > MaxNamed)
            missing[^1] = "others";
        return $"asks for sign-offs of the teams {string.Join(", ", missing[..^1])} and {missing[^1]}, which do not own it; add the teams to its owners, or take them out of the rule.";
    }

    private static TextSpan PlaceInGate(Checklist list) => (list.Root.Find(ChecklistFormat.Gate.Name)?.Value as YamlMapping)?.Find(ChecklistFormat.GateKeys.SignOff.Name)?.Key.Span ?? default;

    private static string Only(int signers) => signers == 0 ? "nobody" : signers == 1 ? "only 1 person" : $"only {signers} people";
}
