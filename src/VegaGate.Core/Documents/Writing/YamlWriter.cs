using System.Buffers;
using System.Text;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Documents.Writing;

/// <summary>
/// Writes a checklist as YAML in the layout that people write by hand: quotes only where a reader could take the text for something else, names in a row,
/// paragraphs as blocks. Whatever the text is, it reads back as the same.
/// </summary>
public static class YamlWriter
{
    private const int MostInARow = 100;
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    private static readonly SearchValues<char> FlowMarks = SearchValues.Create(",[]{}:\"'");

    /// <summary>The document, ended by a line feed.</summary>
    public static string Write(YamlMapping root)
    {
        var text = new StringBuilder();
        var isFirst = true;
        foreach (var entry in root.Entries)
        {
            if (!isFirst && entry.Value is not YamlScalar)
                text.Append('\n');
            WriteEntry(text, entry, 0, spacesItems: entry.Value is YamlSequence { Items: [YamlMapping, ..] } && entry.Key.Value is "sections" or "phases");
            isFirst = false;
        }

        return text.Length == 0 ? "{}\n" : text.ToString();
    }

    private static void WriteEntry(StringBuilder text, YamlEntry entry, int indent, bool spacesItems = false)
    {
        text.Append(Scalar(entry.Key, indent)).Append(':');
        switch (entry.Value)
        {
            case YamlScalar scalar:
                text.Append(' ').Append(Scalar(scalar, indent)).Append('\n');
                break;
            case YamlSequence sequence when IsRow(sequence):
                text.Append(" [").AppendJoin(", ", sequence.Items.Select(item => Scalar((YamlScalar)item, indent, isFlow: true))).Append("]\n");
                break;
            case YamlSequence sequence:
                text.Append('\n');
                WriteItems(text, sequence, indent + 2, spacesItems);
                break;
            case YamlMapping { Entries.IsEmpty: true }:
                text.Append(" {}\n");
                break;
            case YamlMapping mapping:
                text.Append('\n');
                foreach (var inner in mapping.Entries)
                {
                    text.Append(' ', indent + 2);
                    WriteEntry(text, inner, indent + 2);
                }

                break;
        }
    }

    private static void WriteItems(StringBuilder text, YamlSequence sequence, int indent, bool isSpaced)
    {
        for (var at = 0; at < sequence.Items.Length; at++)
        {
            if (isSpaced && at > 0)
                text.Append('\n');
            text.Append(' ', indent).Append("- ");
            switch (sequence.Items[at])
            {
                case YamlScalar scalar:
                    text.Append(Scalar(scalar, indent)).Append('\n');
                    break;
                case YamlMapping { Entries: [var first, .. var others] }:
                    WriteEntry(text, first, indent + 2);
                    foreach (var entry in others)
                    {
                        text.Append(' ', indent + 2);
                        WriteEntry(text, entry, indent + 2);
                    }

                    break;
                case YamlSequence inner when IsRow(inner) || inner.Items.IsEmpty:
                    text.Append('[').AppendJoin(", ", inner.Items.Select(item => Scalar((YamlScalar)item, indent, isFlow: true))).Append("]\n");
                    break;
                case YamlSequence inner:
                    text.Length -= indent + 2;
                    text.Append(' ', indent).Append("-\n");
                    WriteItems(text, inner, indent + 2, isSpaced: false);
                    break;
                default:
                    text.Append("{}\n");
                    break;
            }
        }
    }

    /// <summary>Names stand in one line; sentences each on their own.</summary>
    private static bool IsRow(YamlSequence sequence) =>
        sequence.Items.All(item => item is YamlScalar scalar && (scalar.Style == ScalarStyle.Plain || Scalars.Identifier.Accepts(scalar.Value))) && sequence.Items.Sum(item => ((YamlScalar)item).Value.Length + 2) < MostInARow;

    private static string Scalar(YamlScalar scalar, int indent, bool isFlow = false)
    {
        var value = scalar.Value;
        if (scalar.Style == ScalarStyle.Plain && !scalar.IsNull || IsPlain(value, isFlow))
            return value;
        if (value.Contains('\n', StringComparison.Ordinal) && IsBlock(value))
            return Block(value, indent);
        return value.Contains('"', StringComparison.Ordinal) && !value.Contains('\'', StringComparison.Ordinal) && IsShown(value) ? $"'{value}'" : YamlScalarText.Quoted(value);
    }

    /// <summary>Whether the text means itself to every reader, also to one that looks for numbers, dates and truth values.</summary>
    private static bool IsPlain(string value, bool isFlow)
    {
        if (value.Length == 0 || value[0] == ' ' || value[^1] == ' ' || !IsShown(value) || Indicators.Contains(value[0], StringComparison.Ordinal))
            return false;
        if (value[^1] == ':' || value.Contains(": ", StringComparison.Ordinal) || value.Contains(" #", StringComparison.Ordinal) || value.Contains('\t', StringComparison.Ordinal))
            return false;
        if (isFlow && value.AsSpan().IndexOfAny(FlowMarks) >= 0)
            return false;
        return !IsWord(value) && !IsNumber(value) && !value.StartsWith("---", StringComparison.Ordinal) && !value.StartsWith("...", StringComparison.Ordinal);
    }

    private static bool IsWord(string value) => value is "~" || value.ToUpperInvariant() is "NULL" or "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N" or "<<" or "=";

    /// <summary>A number in any notation of YAML 1.1 or 1.2, such as 1.10, 0x1F, 1_000 and 12:30. A date is left as people write it.</summary>
    private static bool IsNumber(string value)
    {
        if (value[0] is not ('.' or '+' or '~') && !char.IsAsciiDigit(value[0]))
            return false;
        if (Scalars.Duration.Accepts(value) || value.Contains('-', StringComparison.Ordinal) && (Scalars.Date.Accepts(value) || Scalars.Instant.Accepts(value)))
            return false;
        return value.All(c => char.IsAsciiHexDigit(c) || c is '.' or '_' or ':' or '+' or '-' or 'x' or 'o' or 'T' or 'Z' or 'i' or 'n' or 'N' or 'I' or 'F');
    }

    /// <summary>Whether a reader of the file sees every character, and in its place.</summary>
    private static bool IsShown(string value)
    {
        foreach (var c in value)
        {
            if (c == '\uDB40' || !YamlScalarText.IsShown(c))
                return false;
        }

        return true;
    }

    /// <summary>Whether a block of lines can hold it: each is shown, the first does not begin with a blank, and none ends with one.</summary>
    private static bool IsBlock(string value)
    {
        var lines = value.Split('\n');
        return lines[0].Length > 0 && lines[0][0] != ' ' && lines[^1].Length > 0 && lines.All(line => IsShown(line) && (line.Length == 0 || line[^1] != ' '));
    }

    private static string Block(string value, int indent)
    {
        var margin = new string(' ', indent + 2);
        return "|-\n" + string.Join('\n', value.Split('\n').Select(line => line.Length == 0 ? "" : margin + line));
    }
}
