using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Ownership;

/// <summary>An approver, somebody who may override, or the parties of a hand-off, without an account to say it with. Items that nobody could sign off have <see cref="OwnerMissing"/>.</summary>
public sealed class PersonWithoutLogin : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2005", "person-without-login", DiagnosticSeverity.Warning, "Somebody who must speak on GitHub has no login there.");

    public override RulePage Page => new(
        "Somebody under `gate.approvers` or `gate.break-glass` for whom nobody with a GitHub login speaks, or a hand-off for whose givers or receivers nobody does: neither they, nor a member of the team, nor a delegate. An item that nobody could sign off has a rule of its own, owner-missing.",
        "What they are to say is said on an issue. A hand-off that nobody can accept holds every later phase for ever, and an approver whom GitHub does not know cannot let anything wait on the day when it matters.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, client: { name: Client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: client }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, client: { name: Client, github: client-lead } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: client }
        """);

    public override void Check(RuleContext context)
    {
        var list = context.Checklist;
        var speakers = new Speakers(list.People);
        foreach (var approver in list.Gate.Approvers)
            CheckAlone(context, speakers, approver, "approve");
        foreach (var person in list.Gate.BreakGlass)
            CheckAlone(context, speakers, person, "override the gate");
        foreach (var section in list.Sections)
        {
            if (section.Handoff is not { } handoff)
                continue;

            // Owners of the phase, who stand in for `from`, sign its items too, and have their finding there.
            if (handoff.Mapping.Find(SectionFormat.HandoffKeys.From.Name) is not null)
                CheckTogether(context, speakers, handoff.From, "hand this phase over");
            CheckTogether(context, speakers, handoff.To, "receive this phase");
        }
    }

    private void CheckAlone(RuleContext context, Speakers speakers, Located<string> name, string act)
    {
        if (CannotSpeak(context.Checklist.People, speakers, name))
            Report(context, name, $"{Quote.Of(name.Value)} is to {act}, but has no GitHub login, and no delegate with one; give them a `github` login or a delegate.");
    }

    /// <summary>One of several is enough.</summary>
    private void CheckTogether(RuleContext context, Speakers speakers, ImmutableArray<Located<string>> names, string act)
    {
        foreach (var name in names)
        {
            if (!CannotSpeak(context.Checklist.People, speakers, name))
                return;
        }

        if (names is [var first, ..])
            Report(context, first, $"{Quote.Of(first.Value)} is to {act}, but nobody there has a GitHub login, or a delegate with one, to do it; give somebody a `github` login or a delegate.");
    }

    private static bool CannotSpeak(People people, Speakers speakers, Located<string> name) => people.Knows(name.Value) && speakers.SignersOf(name.Value).Count == 0;

    private void Report(RuleContext context, Located<string> name, string message)
    {
        var people = context.Checklist.People;
        var place = (people.FindPerson(name.Value)?.Slug ?? people.FindTeam(name.Value)?.Slug)!.Span;
        context.Report(this, name.Span, message, related: context.Here(place, "They stand here."));
    }
}
