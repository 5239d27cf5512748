using System.Collections.Immutable;
using System.Text;
using VegaGate.Checklists;
using VegaGate.Text;

namespace VegaGate.Sync;

/// <summary>The managed part of a hand-off's issue: criteria, artifacts and steps, and who does what.</summary>
internal static class HandoffBlock
{
    // Together less than a body may have, so that how to finish is always there; the file has the whole text.
    private const int MostOfObjective = 6_000;
    private const int MostOfList = 6_000;
    private const int MostOfEntry = 2_000;
    private const int MostOfNames = 1_000;

    public static string Render(Checklist checklist, Section phase, Handoff handoff)
    {
        var block = new StringBuilder();
        var from = string.Join(", ", handoff.From.Select(name => checklist.People.NameOf(name.Value)));
        var to = string.Join(", ", handoff.To.Select(name => checklist.People.NameOf(name.Value)));
        if (phase.Objective is { } objective)
            block.Append(MarkdownText.Within(MostOfObjective, objective, MarkdownText.Paragraphs)).Append("\n\n");
        block.Append("| | |\n| --- | --- |\n");
        ItemBlock.Row(block, "Checklist", checklist.Title);
        ItemBlock.Row(block, "Phase", phase.Title);
        ItemBlock.Row(block, "From", from);
        ItemBlock.Row(block, "To", to);
        ItemBlock.RowsOf(block, checklist, RoleHolders.Of(checklist, phase));
        ItemBlock.Row(block, "Critical", handoff.IsCritical ? "yes" : "no");
        ItemBlock.Row(block, "Meeting", DescribeMeeting(checklist, handoff));
        List(block, "Criteria", handoff.Criteria);
        List(block, "Artifacts", [.. handoff.Artifacts.Select(Describe)]);
        List(block, "Before the hand-off", checklist.HandoffSteps.Before);
        List(block, "During the hand-off", checklist.HandoffSteps.During);
        List(block, "After the hand-off", checklist.HandoffSteps.After);
        List(block, "Agenda of the meeting", checklist.Communication?.Meetings?.Agenda ?? []);
        List(block, "Documentation", checklist.Communication?.Documentation ?? []);
        var note = checklist.NeedsMeeting(handoff) ? "note" : "[note]";
        block.Append("\n### To finish\n\n")
            .Append(MarkdownText.Within(MostOfNames, from, MarkdownText.Inline)).Append(" asks for acceptance with the comment `/done`; then ")
            .Append(MarkdownText.Within(MostOfNames, to, MarkdownText.Inline)).Append($" accepts with `/accept [n/5] {note}`. Both count once every item of the phase has passed and the artifacts are there.\n\n")
            .Append(DescribeActs(checklist.HandoffSteps))
            .Append(checklist.NeedsMeeting(handoff) ? "\nThe note says when the meeting was, who was there, and where its minutes are. Who has asked cannot accept.\n" : "\nWho has asked cannot accept.\n")
            .Append("\nDefined in ").Append(MarkdownText.Code(checklist.Source.Path)).Append('.');
        return block.ToString();
    }

    private static string DescribeMeeting(Checklist checklist, Handoff handoff)
    {
        var meetings = checklist.Communication?.Meetings;
        var must = checklist.NeedsMeeting(handoff) ? "required: it is held, and noted at acceptance" : meetings?.Fallback is { } fallback ? $"optional: {fallback}" : "optional";
        return meetings?.AtMost is { } most ? $"{must}; {most.TotalMinutes:0} minutes at most" : must;
    }

    /// <summary>What each act covers, an act in a line.</summary>
    private static string DescribeActs(HandoffSteps steps)
    {
        var acts = new[]
        {
            steps.Before.IsEmpty ? "" : "* Asking covers the steps before the hand-off.\n",
            $"* Accepting signs off the criteria and the artifacts{(steps.During.IsEmpty ? "" : ", and covers the steps during the hand-off")}.\n",
            steps.After.IsEmpty ? "" : "* Closing this issue as completed, or `/done`, by a member of either side after acceptance covers the steps after the hand-off; until then it stays open.\n",
        };
        return string.Concat(acts);
    }

    private static string Describe(Artifact artifact) => artifact switch
    {
        { Path: { } path } => $"{artifact.Name} (file {path})",
        { PullRequest: { } number } => $"{artifact.Name} (pull request {number}, merged)",
        { Url: { } url } => $"{artifact.Name} ({url})",
        _ => artifact.Name,
    };

    private static void List(StringBuilder block, string heading, ImmutableArray<string> entries)
    {
        if (entries.IsEmpty)
            return;
        block.Append("\n### ").Append(heading).Append("\n\n").Append(MarkdownText.List(entries, MostOfEntry, MostOfList));
    }
}
