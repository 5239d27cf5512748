using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Handoffs;

/// <summary>Levels of an escalation whose times do not rise: a level would be passed over, or come together with another.</summary>
public sealed class LevelsDoNotRise : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6004", "levels-do-not-rise", DiagnosticSeverity.Error, "A level of the escalation does not come after the one before it.");

    public override RulePage Page => new(
        "An entry of `escalation.levels` whose `after` is not later than that of the level before it. `unresolved` comes last.",
        "Each level is reached once, in the order of the file. One that is due before its predecessor would be passed over, and the people of it would not hear of the blocker.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        sections:
          - id: scope
            title: Scope
            items: [{ id: "1.1", title: Confirm the scope., owners: zev }]
        escalation:
          levels:
            - { after: 0m, notify: zev, do: Tell the owner }
            - { after: 2h, notify: rr, do: Call a meeting }
            - { after: 1h, notify: rr, do: Tell the client }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        sections:
          - id: scope
            title: Scope
            items: [{ id: "1.1", title: Confirm the scope., owners: zev }]
        escalation:
          levels:
            - { after: 0m, notify: zev, do: Tell the owner }
            - { after: 1h, notify: rr, do: Call a meeting }
            - { after: 2h, notify: rr, do: Tell the client }
        """);

    public override void Check(RuleContext context)
    {
        Located<string>? previous = null;
        foreach (var level in context.Checklist.Escalation?.Levels.Select(level => level.After) ?? [])
        {
            if (previous is not null && TimeOf(level) <= TimeOf(previous))
                context.Report(this, level.Span, $"This level comes after {Quote.Of(level.Value)}, but the one before it after {Quote.Of(previous.Value)}; put the levels in rising order.", related: context.Here(previous.Span, "The level before."));
            previous = level;
        }
    }

    /// <summary>What is not resolved comes after every time.</summary>
    private static TimeSpan TimeOf(Located<string> level) => Scalars.ParseDuration(level.Value) ?? TimeSpan.MaxValue;
}
