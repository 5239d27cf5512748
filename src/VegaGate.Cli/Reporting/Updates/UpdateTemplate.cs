using System.Collections.Immutable;
using System.Text;
using VegaGate.Phases;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>
/// A form of the repository's own for updates: Markdown with placeholders such as <c>{{done}}</c>. It is read once, so that what stands in the place of a placeholder is
/// never taken for one. It may leave out every part but what was done, where hand-offs are told.
/// </summary>
internal sealed class UpdateTemplate
{
    /// <summary>One to begin with, which has every placeholder.</summary>
    public const string Example =
        """
        # {{title}}: status on {{date}}

        Active: {{active}}. {{progress}} items are clear.

        To: {{to}}

        Channels: {{channels}}

        {{phases}}

        ## Done since {{since}}

        {{done}}

        ## In progress

        {{in-progress}}

        ## Blocked

        {{blocked}}

        ## Next

        {{next}}

        ## Escalations

        {{escalations}}

        ## Meetings due

        {{meetings}}

        ## Follow-up

        {{follow-up}}

        ## Begun before the phase was open

        {{early}}

        """;

    private const string Begin = "{{";
    private const string End = "}}";
    private const string Indispensable = "done";

    /// <summary>What is no part of its own.</summary>
    private static readonly Dictionary<string, Func<ProgressUpdate, string>> Heads = new(StringComparer.Ordinal)
    {
        ["title"] = update => MarkdownText.Inline(update.Title),
        ["date"] = update => $"{update.At.UtcDateTime:yyyy-MM-dd}",
        ["since"] = update => Instants.Show(update.Since),
        ["progress"] = UpdateMarkdown.Progress,
        ["active"] = UpdateMarkdown.Active,
        ["to"] = UpdateMarkdown.To,
        ["channels"] = UpdateMarkdown.Channels,
        ["phases"] = update => MatrixMarkdown.Table(update.Matrix).TrimEnd('\n'),
    };

    private readonly ImmutableArray<Piece> _pieces;

    private UpdateTemplate(ImmutableArray<Piece> pieces) => _pieces = pieces;

    /// <summary>Every placeholder, in the order of the alphabet.</summary>
    public static ImmutableArray<string> Placeholders { get; } = [.. Heads.Keys.Concat(ProgressUpdate.PartKeys).Order(StringComparer.Ordinal)];

    /// <summary>Reads a template; or the first thing that is wrong with it, in a sentence that begins with the place.</summary>
    public static (UpdateTemplate? Template, string? Problem) Parse(SourceText source)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var text = source.Text;
        var at = 0;
        while (text.IndexOf(Begin, at, StringComparison.Ordinal) is var begin and >= 0)
        {
            var end = text.IndexOf(End, begin, StringComparison.Ordinal);
            if (end < 0 || text.AsSpan(begin, end - begin).Contains('\n'))
                return (null, Say(begin, $"a placeholder begins with {Begin} and ends with {End} in the same line."));
            var name = text[(begin + Begin.Length)..end].Trim();
            if (!Placeholders.Contains(name, StringComparer.Ordinal))
                return (null, Say(begin, $"there is no placeholder {Show(ForeignText.Line(name, 40))}; there are {string.Join(", ", Placeholders.Select(Show))}."));
            pieces.Add(new Piece(text[at..begin], name));
            at = end + End.Length;
        }

        if (!pieces.Any(piece => piece.Placeholder == Indispensable))
            return (null, Say(0, $"{Show(Indispensable)} has no place, and hand-offs are told there: put it on a line of its own."));
        pieces.Add(new Piece(text[at..], null));
        return (new UpdateTemplate([.. pieces.Select(piece => piece with { Text = piece.Text.ReplaceLineEndings("\n") })]), null);

        string Say(int offset, string what) => $"{source.Path}:{source.GetPosition(offset).Line}:{source.GetPosition(offset).Column}: {what}";
    }

    /// <summary>The update in this form, ended by a line feed.</summary>
    public string Fill(ProgressUpdate update)
    {
        var text = new StringBuilder();
        var own = _pieces.Sum(piece => piece.Text.Length);
        foreach (var piece in _pieces)
        {
            text.Append(piece.Text);
            own -= piece.Text.Length;
            if (piece.Placeholder is not { } name)
                continue;
            text.Append(Heads.TryGetValue(name, out var head) ? head(update)
                : UpdateMarkdown.Entries(update.Parts.Single(part => part.Key == name), UpdateMarkdown.MostOfUpdate - text.Length - own).TrimEnd('\n'));
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Show(string name) => Begin + name + End;

    /// <summary>A stretch of the template's own, and what stands behind it.</summary>
    /// <param name="Placeholder">Null behind the last one.</param>
    private sealed record Piece(string Text, string? Placeholder);
}
