using VegaGate.Phases;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>An update with the form in which its list wants it.</summary>
/// <param name="Template">Null: the form that is built in.</param>
internal sealed record FormedUpdate(ProgressUpdate Update, UpdateTemplate? Template)
{
    public string Markdown => Template?.Fill(Update) ?? UpdateMarkdown.Render(Update);
}
