using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Ownership;

/// <summary>
/// A required item for which every one of those who could sign is needed, where the gate says <c>not-by: author</c>: once one of them changes its text, nobody
/// can sign it off any more.
/// </summary>
public sealed class OnlyAuthorCouldSign : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2016", "only-author-could-sign", DiagnosticSeverity.Warning, "An item can be signed off by nobody else once its owner changes its text.");

    public override RulePage Page => new(
        "A required item of a list whose gate says `not-by: author`, where one person alone could sign it off, or where its `sign-off` rule asks for everybody who could. Owners, their members and their delegates with a GitHub login are counted; items of a team with `github` are left alone, since GitHub says who is in it.",
        "Who wrote the last change of the text does not sign it off. If that is the one who is needed, the gate holds the item until somebody else changes its text, and the release with it.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        gate: { not-by: author, approvers: rr }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        gate: { not-by: author, approvers: rr }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: [zev, rr] }
        """);

    public override Action<ChecklistItem>? ForItems(RuleContext context)
    {
        var list = context.Checklist;
        if (!list.Gate.NotByAuthor || !list.Gate.Requires(GateRequirement.SignOff))
            return null;
        var speakers = new Speakers(list.People);
        return item =>
        {
            // Owners whom nobody knows, and items that too few could sign, have their own findings. Who is in a team of GitHub's, only GitHub knows.
            if (!item.IsRequired || item.Owners.IsEmpty || !item.Owners.All(owner => list.People.Knows(owner.Value) && list.People.FindTeam(owner.Value)?.GithubTeam is null))
                return;
            if (FindOnlySigner(item, speakers) is { } signer)
                context.Report(this, item.Place(), $"{item.Subject()} needs the sign-off of {Quote.Of(signer)}, who cannot give it after a change of its text, as the gate says `not-by: author`; name a further owner, or a delegate.");
            else if (NeedsAll(item, speakers))
                context.Report(this, item.Place(), $"{item.Subject()} needs the sign-off of everybody who could give one, and does not get it once one of them changes its text, as the gate says `not-by: author`; name a further owner, or ask for fewer.");
        };
    }

    /// <summary>The person without whom the item cannot be signed off.</summary>
    private static string? FindOnlySigner(ChecklistItem item, Speakers speakers)
    {
        var groups = item.SignOffPolicy switch
        {
            SignOffPolicy.All => item.Owners.Select(owner => owner.Value),
            SignOffPolicy.PerTeam perTeam => perTeam.Teams.Select(team => team.Team),
            _ => [],
        };
        if (groups.FirstOrDefault(group => speakers.SignersOf(group).Count == 1) is { } lonely)
            return speakers.SignersOf(lonely).First();
        return item.SignOffPolicy is not SignOffPolicy.Count { Number: > 1 } && speakers.CountSigners(item.Owners) == 1 ? item.Owners.SelectMany(owner => speakers.SignersOf(owner.Value)).First() : null;
    }

    private static bool NeedsAll(ChecklistItem item, Speakers speakers) => item.SignOffPolicy switch
    {
        SignOffPolicy.Count count => speakers.CountSigners(item.Owners) == count.Number,
        SignOffPolicy.All => item.Owners.DistinctBy(owner => owner.Value, StringComparer.Ordinal).Count() == speakers.CountSigners(item.Owners),
        SignOffPolicy.PerTeam perTeam => perTeam.Teams.Any(team => speakers.SignersOf(team.Team).Count == team.Number),
        _ => false,
    };
}
