using System.Text;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Cli.Evidence;

/// <summary>The evidence for people who audit a release: who signed what, when, and where it can be read.</summary>
internal static class EvidenceMarkdown
{
    public static string Render(EvidenceDocument document)
    {
        var inputs = document.Inputs;
        var text = new StringBuilder($"# Evidence: {MarkdownText.Inline(document.Decision)} ({document.ReasonCode.ToWord()})\n\n| | |\n| --- | --- |\n");
        Row("Time", inputs.Facts is { } facts ? Instants.Show(facts.Now) : "unknown, for the tracker could not be read");
        Row("Tracker", inputs.Tracker ?? "not asked");
        Row("Commit", inputs.Request.Commit ?? "none");
        if (inputs.Request.Release is { } release)
            Row("Release", release);
        if (inputs.Request.Phase is { } phase)
            Row("Phase", phase);
        if (inputs.Facts?.Override is { } word)
            Row("Overridden", $"by {word.By.Login} ({word.By.Account}) at {Instants.Show(word.At)}, {(word.Url.Length > 0 ? word.Url : "without a page")}: {word.Reason}");
        Row("Inputs", $"SHA-256 {document.InputsSha256}");
        Row("Written by", $"vegagate {inputs.Tool}");
        text.Append("\nMade from the file of the same name that ends with `.json`, from which `vegagate evidence verify` decides again. Times are UTC.\n");
        if (inputs.Problem is { } problem)
            text.Append($"\n**Nothing could be decided, and so it holds:** {MarkdownText.Inline(problem.Sentence)}\n");
        else
            document.Results.ToList().ForEach(list => AppendList(text, list));
        AppendFiles(text, inputs);
        if (inputs.Facts is { } found)
            AppendFindings(text, found);
        return text.ToString();

        void Row(string name, string value) => text.Append($"| {name} | {MarkdownText.Cell(value)} |\n");
    }

    private static void AppendList(StringBuilder text, ListEvidence list)
    {
        text.Append($"\n## {MarkdownText.Inline(list.Title)}\n\n{(list.Decision == "hold" ? "Holds" : "Lets through")} `{list.Stage}`: {list.Items.Count(item => item.Verdict is not (Verdict.Pending or Verdict.Fail))} of {list.Items.Length} clear ({MarkdownText.Code(list.Name)}).\n");
        foreach (var reason in list.Reasons)
            text.Append($"\n* `{reason.ReasonCode.ToWord()}`: {MarkdownText.Inline(reason.Sentence)}");
        foreach (var notice in list.Notices)
            text.Append($"\n* Notice: {MarkdownText.Inline(notice)}");
        if (list.Items.IsEmpty)
        {
            text.Append('\n');
            return;
        }

        text.Append(list.Reasons.IsEmpty && list.Notices.IsEmpty ? "\n" : "\n\n").Append("| Item | Verdict | Reason | Text |\n| --- | --- | --- | --- |\n");
        foreach (var item in list.Items)
            text.Append($"| {Titled(item)} | {Verdicts.ToWord(item.Verdict)} | `{item.ReasonCode.ToWord()}`: {MarkdownText.Cell(item.Sentence)} | `{item.Text}` |\n");
        AppendWords(text, list);
        text.Append("\n### Who counts\n\n| Name | Account | Signs for |\n| --- | --- | --- |\n");
        foreach (var person in list.People)
        {
            var account = person.Login is null ? "none" : $"{person.Login}{(person.Account is { } number ? $" ({number})" : "")}";
            var signsFor = list.Teams.Where(team => team.Members.Contains(person.Slug, StringComparer.Ordinal)).Select(team => team.Name).Concat(list.People.Where(other => other.Delegate == person.Slug).Select(other => $"{other.Name} (delegate)"));
            text.Append($"| {MarkdownText.Cell(person.Name)} | {MarkdownText.Cell(account)} | {MarkdownText.Cell(string.Join(", ", signsFor))} |\n");
        }
    }

    private static void AppendWords(StringBuilder text, ListEvidence list)
    {
        if (list.Items.All(item => item.Words.IsEmpty))
            return;
        text.Append("\n### Who said what\n\n| Item | Who | When | What | Counts |\n| --- | --- | --- | --- | --- |\n");
        foreach (var (item, word) in list.Items.SelectMany(item => item.Words.Select(word => (item, word))))
        {
            var said = $"{KindOf(word)}{(word.Until is { } until ? $" until {until:O}" : "")}{(word.Text.Length > 0 ? $": {word.Text}" : "")}";
            var counts = word.Stands ? "yes" : word.OfPresentText ? "no more" : "no, the text has changed since";
            text.Append($"| {MarkdownText.Cell(item.Title)} | {MarkdownText.Cell(word.Login)} | {CellLink(Instants.Show(word.At), word.Url)} | {MarkdownText.Cell(said)} | {counts} |\n");
        }
    }

    private static void AppendFiles(StringBuilder text, EvidenceInputs inputs)
    {
        if (inputs.Checklists.IsEmpty)
            return;
        text.Append("\n## Files\n\n| File | SHA-256 |\n| --- | --- |\n");
        foreach (var file in inputs.Checklists)
            text.Append($"| {MarkdownText.Cell(file.Path)} | `{file.Sha256}` |\n");
    }

    private static void AppendFindings(StringBuilder text, RecordedFacts facts)
    {
        if (facts.Artifacts.IsEmpty && facts.Probes.IsEmpty && facts.Teams.IsEmpty)
            return;
        text.Append("\n## What was looked up\n\n| What | Answer | Seen |\n| --- | --- | --- |\n");
        foreach (var artifact in facts.Artifacts)
            text.Append($"| {MarkdownText.Cell($"Artifact {artifact.Name} of {artifact.List}/{artifact.Phase}")} | {(artifact.IsThere is { } isThere ? isThere ? "there" : "missing" : "unknown")} | {MarkdownText.Cell(artifact.Evidence)} |\n");
        foreach (var (probe, answer) in facts.Probes.SelectMany(probe => probe.Answers.Select(answer => (probe, answer))))
            text.Append($"| {MarkdownText.Cell($"Probe of {probe.Id}")} | {answer.Outcome.ToString().ToLowerInvariant()} | {MarkdownText.Cell(answer.Evidence)} |\n");
        foreach (var team in facts.Teams)
            text.Append($"| {MarkdownText.Cell($"Team {team.Team} of {team.List}")} | {(team.Accounts is null ? "cannot be read: the file's own members count" : "read")} | {MarkdownText.Cell(team.Accounts is { } accounts ? $"{team.Github}: {string.Join(", ", accounts.Select(account => account.Login))}" : team.Github)} |\n");
    }

    private static string Titled(ItemEvidence item) => CellLink(item.Title, item.Url);

    /// <summary>In a table, a pipe divides cells also inside a code span of a link's text.</summary>
    private static string CellLink(string text, string url) => url.Length == 0 ? MarkdownText.Cell(text) : $"[{MarkdownText.Cell(text)}]{MarkdownText.Link("", url)["[]".Length..]}";

    private static string KindOf(WordEvidence word) => word.Kind switch
    {
        WordKind.SignOff => "signed off",
        WordKind.Acceptance => "accepted",
        WordKind.Waiver => "waived",
        WordKind.NotApplicable => "says that it does not apply",
        WordKind.Objection => "objects",
        WordKind.Block => "blocked",
        _ => "started",
    };
}
