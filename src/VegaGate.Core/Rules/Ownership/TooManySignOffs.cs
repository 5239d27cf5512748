using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Ownership;

/// <summary>A required item that asks for more sign-offs than there are people who could give them: it could never pass.</summary>
public sealed class TooManySignOffs : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2011", "too-many-sign-offs", DiagnosticSeverity.Error, "An item asks for more sign-offs than anybody could give.");

    public RulePage Page => new(
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

    public override void Check(RuleContext context)
    {
        var people = context.Checklist.People;
        var speakers = new Speakers(people);
        foreach (var item in context.Checklist.Items)
        {
            // Owners whom nobody knows, or of whom none could sign, have their own findings.
            if (!item.IsRequired || item.SignOffPolicy is SignOffPolicy.Any || !item.Owners.All(owner => people.Knows(owner.Value)))
                continue;
            if (speakers.CountSigners(item.Owners) is var signers and > 0)
                CheckItem(context, item, speakers, signers);
        }
    }

    private void CheckItem(RuleContext context, ChecklistItem item, Speakers speakers, int signers)
    {
        switch (item.SignOffPolicy)
        {
            case SignOffPolicy.Count count when count.Number > signers:
                Report(context, item, $"asks for {count.Number} sign-offs, but {Only(signers)} could sign; name more owners, or ask for fewer.");
                break;
            case SignOffPolicy.All:
                CheckAll(context, item, speakers, signers);
                break;
            case SignOffPolicy.PerTeam perTeam:
                foreach (var team in perTeam.Teams)
                    CheckTeam(context, item, team, speakers);
                break;
        }
    }

    private void CheckAll(RuleContext context, ChecklistItem item, Speakers speakers, int signers)
    {
        var owners = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in item.Owners)
        {
            if (owners.Add(owner.Value) && speakers.SignersOf(owner.Value).Count == 0)
            {
                Report(context, item, $"asks for the sign-off of all its owners, but nobody could sign for {Quote.Of(owner.Value)}; give them a `github` login or a delegate, or ask for fewer.");
                return;
            }
        }

        if (owners.Count > signers)
            Report(context, item, $"asks for the sign-off of all its {owners.Count} owners, one voice for each, but {Only(signers)} could sign; name other owners, or ask for fewer.");
    }

    private void CheckTeam(RuleContext context, ChecklistItem item, SignOffPolicy.TeamCount team, Speakers speakers)
    {
        var people = context.Checklist.People;
        if (!people.Knows(team.Team))
            return;
        if (people.FindTeam(team.Team) is null)
            Report(context, item, $"asks for sign-offs of the team {Quote.Of(team.Team)}, which is a person; name a team.");
        else if (!item.Owners.Any(owner => owner.Value == team.Team))
            Report(context, item, $"asks for sign-offs of the team {Quote.Of(team.Team)}, which does not own it; add the team to its owners, or take it out of the rule.");
        else if (speakers.SignersOf(team.Team).Count is var signers && team.Number > signers)
            Report(context, item, $"asks for {team.Number} {(team.Number == 1 ? "sign-off" : "sign-offs")} of the team {Quote.Of(team.Team)}, for which {Only(signers)} could sign; add members, or ask for fewer.");
    }

    private void Report(RuleContext context, ChecklistItem item, string words) => context.Report(this, item.SignOffKey?.Span ?? item.Place(), $"{item.Subject()} {words}");

    private static string Only(int signers) => signers == 0 ? "nobody" : signers == 1 ? "only 1 person" : $"only {signers} people";
}
