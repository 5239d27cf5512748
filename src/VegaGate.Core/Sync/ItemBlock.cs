using System.Text;
using VegaGate.Checklists;
using VegaGate.Text;

namespace VegaGate.Sync;

/// <summary>The managed part of an item's issue: what it takes, who answers for it, and what to do.</summary>
internal static class ItemBlock
{
    // Together less than a body may have, so that how to finish is always there; the file has the whole text.
    private const int MostOfPass = 20_000;
    private const int MostOfNotes = 10_000;
    private const int MostOfEvidence = 4_000;
    private const int MostOfCell = 1_000;
    private const int MostOfRule = 2_000;

    public static string Render(Checklist checklist, Section section, ChecklistItem item)
    {
        var block = new StringBuilder();
        if (item.Pass is { } pass)
            block.Append("### Pass condition\n\n").Append(MarkdownText.Within(MostOfPass, pass, MarkdownText.Paragraphs)).Append("\n\n");
        foreach (var probe in item.Verify)
            block.Append("Checked by machine: ").Append(MarkdownText.Code(probe.Kind.Value)).Append("\n\n");
        block.Append("| | |\n| --- | --- |\n");
        Row(block, "Checklist", checklist.Title);
        Row(block, checklist.HasPhases ? "Phase" : "Section", section.Title);
        Row(block, "Owners", string.Join(", ", item.Owners.Select(owner => checklist.People.NameOf(owner.Value))));
        RowsOf(block, checklist, RoleHolders.Of(checklist, section, item));
        Row(block, "Holds", item.IsRequired ? item.Before.Value : "nothing: this item is not required");
        if (!item.Needs.IsEmpty)
            Row(block, "Needs", string.Join(", ", item.Needs.Select(need => need.Value)));
        if (item.Due is { } due)
            Row(block, "Due", due.ToString("O"));
        if (item.Notes is { } notes)
            block.Append('\n').Append(MarkdownText.Within(MostOfNotes, notes, MarkdownText.Paragraphs)).Append('\n');
        if (item.Evidence is { } evidence)
            block.Append("\nEvidence: ").Append(MarkdownText.Within(MostOfEvidence, evidence, MarkdownText.Inline)).Append('\n');
        block.Append("\n### To finish\n\n").Append(HowToFinish(checklist, item)).Append('\n');
        block.Append("\nDefined in ").Append(MarkdownText.Code(checklist.Source.Path)).Append('.');
        return block.ToString();
    }

    /// <summary>A row for each role that somebody has.</summary>
    internal static void RowsOf(StringBuilder block, Checklist checklist, RoleHolders roles)
    {
        foreach (var (heading, holders) in roles.Named)
            Row(block, heading, string.Join(", ", holders.Select(holder => checklist.People.NameOf(holder.Value))));
    }

    internal static void Row(StringBuilder block, string name, string value) =>
        block.Append("| ").Append(name).Append(" | ").Append(MarkdownText.Within(MostOfCell, value, MarkdownText.Cell)).Append(" |\n");

    private static string HowToFinish(Checklist checklist, ChecklistItem item)
    {
        var who = string.Join(", ", item.Owners.Select(owner => checklist.People.NameOf(owner.Value)));
        var rule = item.SignOffPolicy switch
        {
            SignOffPolicy.All => "It takes a sign-off of every owner",
            SignOffPolicy.Count { Number: > 1 } count => $"It takes the sign-offs of {count.Number} owners",
            SignOffPolicy.PerTeam teams => "It takes sign-offs of " + string.Join(" and ", teams.Teams.Select(team => $"{team.Number} from {checklist.People.NameOf(team.Team)}")),
            _ => "It takes a sign-off of one owner",
        };
        return $"{MarkdownText.Within(MostOfRule, $"{rule} ({who}).", MarkdownText.Inline)} To sign off, close this issue as completed, or comment `/done`. `/block reason` says that it cannot go on, `/undo` takes your last word back.";
    }
}
