using System.Collections.Immutable;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Recording;

/// <summary>
/// Brings keys of mappings to what they are to say by edits at their places. A block gets lines with its own indentation, what stands in braces gets more
/// between them; what says it already stays as it is written.
/// </summary>
internal sealed class RecordEditor(SourceText source)
{
    private const string StepIn = "  ";

    private readonly ImmutableArray<TextEdit>.Builder _edits = ImmutableArray.CreateBuilder<TextEdit>();
    private readonly string _text = source.Text;

    /// <summary>Edits that do not overlap; of two at one place, the first comes first.</summary>
    public ImmutableArray<TextEdit> Edits => _edits.ToImmutable();

    /// <summary>Brings a mapping to what is wished of some of its keys.</summary>
    public void Apply(YamlMapping mapping, ImmutableArray<KeyEdit> wishes)
    {
        var isRemoved = new bool[mapping.Entries.Length];
        var isFlow = IsFlow(mapping);
        var added = new List<KeyEdit>();
        foreach (var wish in wishes)
        {
            var at = IndexOf(mapping, wish.Key);
            if (at < 0 && wish is not KeyEdit.Remove)
                added.Add(wish);
            else if (at >= 0)
                isRemoved[at] = !Change(mapping.Entries[at], wish);
        }

        if (isFlow)
            RemoveFromFlow([.. mapping.Entries.Select(SpanOf)], isRemoved);
        else
            RemoveLines(mapping, isRemoved);
        foreach (var wish in added)
        {
            var anchor = AnchorOf(mapping, isRemoved, wish.Key, isFlow);
            if (isFlow)
                Insert(SpanOf(anchor).End, $", {wish.Key}: {FlowText(wish)}");
            else
                InsertLines(SpanOf(anchor).End, IndentOf(mapping.Span.Start), wish);
        }
    }

    /// <summary>Changes a key that is there; false when it has to go.</summary>
    private bool Change(YamlEntry entry, KeyEdit wish)
    {
        switch (wish)
        {
            case KeyEdit.Remove:
                return false;
            case KeyEdit.Scalar scalar:
                if (entry.Value is not YamlScalar { IsNull: false } written || written.Value != scalar.Value)
                    Replace(entry, FieldText(scalar.Key, scalar.Value));
                return true;
            case KeyEdit.Fields fields when entry.Value is YamlMapping mapping && mapping.Entries.Any(old => StaysWith(old, fields) && !KeepsLineEnds(old.Value)):
                Apply(mapping, [
                    .. fields.Wish.Fields.Select(field => new KeyEdit.Scalar(field.Key, field.Value)),
                    .. mapping.Entries.Where(old => !StaysWith(old, fields)).Select(old => new KeyEdit.Remove(old.Key.Value)),
                ]);
                return true;
            case KeyEdit.Entries { Kept.IsEmpty: false } list when entry.Value is YamlSequence sequence:
                ChangeList(sequence, list);
                return true;
            case KeyEdit.Entries list when entry.Value is YamlSequence { Items.IsEmpty: false } sequence && !IsFlow(sequence):
                var between = LineEndBefore(sequence.Span.Start) + IndentOf(sequence.Span.Start);
                _edits.Add(new TextEdit(sequence.Span, string.Join(between, list.Added.Select(added => "- " + Braces(added)))));
                return true;
            default:
                Replace(entry, FlowText(wish));
                return true;
        }
    }

    private static bool StaysWith(YamlEntry old, KeyEdit.Fields fields) => fields.Kept.Contains(old.Key.Value, StringComparer.Ordinal) || fields.Wish.Fields.Any(field => field.Key == old.Key.Value);

    private void ChangeList(YamlSequence sequence, KeyEdit.Entries list)
    {
        var isRemoved = sequence.Items.Select(item => !list.Kept.Contains(item.Span)).ToArray();
        var lastKept = sequence.Items[Array.LastIndexOf(isRemoved, false)];
        if (IsFlow(sequence))
        {
            RemoveFromFlow([.. sequence.Items.Select(item => item.Span)], isRemoved);
            foreach (var added in list.Added)
                Insert(lastKept.Span.End, ", " + Braces(added));
            return;
        }

        var from = sequence.Span.Start;
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            var item = sequence.Items[i].Span;
            if (isRemoved[i])
                _edits.Add(new TextEdit(TextSpan.FromBounds(StartOfLine(SkipTo('-', from)), StartOfNextLine(item.End)), ""));
            from = item.End;
        }

        foreach (var added in list.Added)
            InsertLine(lastKept.Span.End, IndentOf(sequence.Span.Start) + "- " + Braces(added));
    }

    /// <summary>Puts text in the place of a value, behind its key where the value stood below it.</summary>
    private void Replace(YamlEntry entry, string text)
    {
        var colon = SkipTo(':', entry.Key.Span.End);
        if (colon < 0)
            Insert(entry.Key.Span.End, ": " + text);
        else if (entry.Value.Span.Length == 0)
            Insert(colon + 1, " " + text);
        else if (_text.AsSpan(colon + 1, entry.Value.Span.Start - colon - 1) is var gap && gap.Contains('\n') && !gap.Contains('#'))
            _edits.Add(new TextEdit(TextSpan.FromBounds(colon + 1, entry.Value.Span.End), " " + text));
        else
            _edits.Add(new TextEdit(entry.Value.Span, text));
    }

    /// <summary>Takes parts out of brackets, each with one of its commas. A comment between two parts stays.</summary>
    private void RemoveFromFlow(ImmutableArray<TextSpan> parts, bool[] isRemoved)
    {
        var firstKept = Array.IndexOf(isRemoved, false);
        for (var i = 0; i < parts.Length; i++)
        {
            if (!isRemoved[i])
                continue;
            var isLeading = i < firstKept;
            var gap = isLeading ? TextSpan.FromBounds(parts[i].End, parts[i + 1].Start) : TextSpan.FromBounds(parts[i - 1].End, parts[i].Start);
            if (!source.GetText(gap).Contains('#', StringComparison.Ordinal))
            {
                _edits.Add(new TextEdit(isLeading ? TextSpan.FromBounds(parts[i].Start, gap.End) : TextSpan.FromBounds(gap.Start, parts[i].End), ""));
                continue;
            }

            _edits.Add(new TextEdit(parts[i], ""));
            _edits.Add(new TextEdit(new TextSpan(SkipTo(',', gap.Start), 1), ""));
        }
    }

    private void RemoveLines(YamlMapping mapping, bool[] isRemoved)
    {
        var entries = mapping.Entries;
        var firstKept = Array.IndexOf(isRemoved, false);

        // The first key stands behind a dash, which stays: the next one comes up to it, unless a comment stands between.
        var isCommented = firstKept > 0 && _text.AsSpan(SpanOf(entries[0]).End, entries[firstKept].Key.Span.Start - SpanOf(entries[0]).End).Contains('#');
        if (firstKept > 0)
            _edits.Add(new TextEdit(isCommented ? SpanOf(entries[0]) : TextSpan.FromBounds(entries[0].Key.Span.Start, entries[firstKept].Key.Span.Start), ""));
        for (var i = isCommented ? 1 : firstKept; i < entries.Length; i++)
        {
            if (isRemoved[i])
                _edits.Add(new TextEdit(TextSpan.FromBounds(StartOfLine(entries[i].Key.Span.Start), StartOfNextLine(SpanOf(entries[i]).End)), ""));
        }
    }

    /// <summary>The entry behind which a key is written: the status where a reader looks for it, everything else at the end.</summary>
    private YamlEntry AnchorOf(YamlMapping mapping, bool[] isRemoved, string key, bool isFlow)
    {
        var places = Enumerable.Range(0, mapping.Entries.Length).Where(at => !isRemoved[at] && (isFlow || !KeepsLineEnds(mapping.Entries[at].Value))).Select(at => mapping.Entries[at]).ToArray();
        var wanted = key == RecordKeys.Status ? Array.Find(places, entry => entry.Key.Value == "owners") ?? Array.Find(places, entry => entry.Key.Value == "title") : null;
        return wanted ?? places[^1];
    }

    /// <summary>Whether the lines behind a value belong to it.</summary>
    private bool KeepsLineEnds(YamlNode value) =>
        value is YamlScalar { Style: ScalarStyle.Literal or ScalarStyle.Folded } scalar && _text.AsSpan(scalar.Span.Start, Math.Min(3, scalar.Span.Length)).Contains('+');

    private void InsertLines(int behind, string indent, KeyEdit wish)
    {
        if (wish is not KeyEdit.Entries list)
        {
            InsertLine(behind, $"{indent}{wish.Key}: {FlowText(wish)}");
            return;
        }

        InsertLine(behind, $"{indent}{wish.Key}:");
        foreach (var added in list.Added)
            InsertLine(behind, $"{indent}{StepIn}- {Braces(added)}");
    }

    /// <summary>Adds a line behind the one in which a place stands.</summary>
    private void InsertLine(int behind, string line)
    {
        var at = StartOfNextLine(behind);
        var isLast = at == _text.Length && !_text.EndsWith('\n');
        Insert(at, isLast ? LineEndBefore(behind) + line : line + LineEndBefore(at));
    }

    private void Insert(int at, string text) => _edits.Add(new TextEdit(new TextSpan(at, 0), text));

    /// <summary>How the line before a place ends; the lines of a file need not be of one kind.</summary>
    private string LineEndBefore(int at) => StartOfLine(at) is var start and > 1 && _text[start - 2] == '\r' ? "\r\n" : "\n";

    private static string FlowText(KeyEdit wish) => wish switch
    {
        KeyEdit.Scalar scalar => FieldText(scalar.Key, scalar.Value),
        KeyEdit.Fields fields => Braces(fields.Wish),
        KeyEdit.Entries list => $"[{string.Join(", ", list.Added.Select(Braces))}]",
        _ => "",
    };

    internal static string Braces(RecordWish wish) => $"{{ {string.Join(", ", wish.Fields.Select(field => $"{field.Key}: {FieldText(field.Key, field.Value)}"))} }}";

    /// <summary>Times and numbers are plain, as people write them.</summary>
    private static string FieldText(string key, string value) => key is "at" or "since" or "until" or "issue" ? value : YamlScalarText.Of(value);

    private bool IsFlow(YamlNode node) => _text[node.Span.Start] is '{' or '[';

    /// <summary>A key with its value; of a value that is not there, up to the colon.</summary>
    private TextSpan SpanOf(YamlEntry entry)
    {
        if (entry.Value.Span.Length > 0)
            return TextSpan.FromBounds(entry.Key.Span.Start, entry.Value.Span.End);
        var colon = SkipTo(':', entry.Key.Span.End);
        return TextSpan.FromBounds(entry.Key.Span.Start, colon < 0 ? entry.Key.Span.End : colon + 1);
    }

    private static int IndexOf(YamlMapping mapping, string key)
    {
        for (var i = 0; i < mapping.Entries.Length; i++)
        {
            if (mapping.Entries[i].Key.Value == key)
                return i;
        }

        return -1;
    }

    /// <summary>The next character that is neither blank nor in a comment, if it is the one that is looked for; otherwise -1.</summary>
    private int SkipTo(char wanted, int from)
    {
        for (var at = from; at < _text.Length; at++)
        {
            if (_text[at] == '#')
                at = _text.IndexOf('\n', at) is var end and >= 0 ? end : _text.Length;
            else if (_text[at] is not (' ' or '\t' or '\r' or '\n'))
                return _text[at] == wanted ? at : -1;
        }

        return -1;
    }

    private int StartOfLine(int at) => at == 0 ? 0 : _text.LastIndexOf('\n', at - 1) + 1;

    private int StartOfNextLine(int at) => _text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : _text.Length;

    private string IndentOf(int at) => new(' ', at - StartOfLine(at));
}
