using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Syntax;

/// <summary>
/// Puts a tree together from what the parser says comes next. Holds its own stack: the depth of a file never becomes the depth of a call.
/// </summary>
internal sealed class YamlTreeBuilder(ProblemList problems)
{
    public const string TabMessage = "A tab is used as indentation here. Indent with spaces.";

    public const string TooDeepMessage =
        "Mappings and lists stand inside each other more than 64 levels deep here. Take levels out; a checklist needs fewer than ten.";

    private const string TooManyMessage = "The file has more than the 1,000,000 keys and values that a checklist may have, of which this is the first too many. Split the checklist into several files.";

    private const string ComplexKeyMessage = "A list or mapping is used as a key here. Write the key as plain text.";

    /// <summary>Up to so many keys a look at each is cheaper than a dictionary.</summary>
    private const int FewKeys = 12;

    private readonly Stack<Frame> _open = new();
    private readonly List<YamlNode> _items = [];
    private readonly List<YamlEntry> _entries = [];

    private int _nodes;

    public YamlNode? Root { get; private set; }

    /// <summary>Whether there are more nodes than a file may have.</summary>
    public bool IsFull => _nodes > SyntaxLimits.Nodes;

    /// <summary>Begins a list or a mapping.</summary>
    /// <param name="isBracketed">Whether it begins with a bracket or brace at <paramref name="at"/>; if not, a mapping begins with its first key.</param>
    /// <returns>False, with a finding, when that is one level too many.</returns>
    public bool Open(bool isMapping, bool isBracketed, int at)
    {
        if (_open.Count == SyntaxLimits.Levels)
        {
            problems.Add(SyntaxDiagnostics.TooDeep, new TextSpan(at, 0), TooDeepMessage);
            return false;
        }

        _open.Push(new Frame(isMapping, isBracketed, isMapping && !isBracketed ? -1 : at, isMapping ? _entries.Count : _items.Count));
        return true;
    }

    /// <summary>Ends the innermost list or mapping.</summary>
    /// <param name="at">Where its closing bracket stands; without one it ends where its last child does.</param>
    public void Close(int at)
    {
        var frame = _open.Pop();
        var start = frame.Start >= 0 ? frame.Start : at;
        var span = TextSpan.FromBounds(start, Math.Max(start, frame.IsBracketed ? at + 1 : frame.End));
        Attach(frame.IsMapping ? new YamlMapping(TakeFrom(_entries, frame.First), span) : new YamlSequence(TakeFrom(_items, frame.First), span));
    }

    public void Add(YamlScalar scalar)
    {
        if (scalar.Span.Length > SyntaxLimits.LineBytes / 3 && Encoding.UTF8.GetByteCount(problems.Source.Text.AsSpan(scalar.Span.Start, scalar.Span.Length)) > SyntaxLimits.LineBytes)
        {
            problems.Add(
                SyntaxDiagnostics.TooLong,
                new TextSpan(scalar.Span.Start, 0),
                "The value that begins here is longer than the 64 KiB that a value may have. Shorten it, or keep the text in a file of its own.");
        }

        // At the left margin, parsers differ in what they take for its text.
        if (_open.Count == 0 && (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded))
            problems.Add(SyntaxDiagnostics.YamlSyntax, new TextSpan(scalar.Span.Start, 1), "The file is one block of text. Write `key: value` lines.");
        Attach(scalar);
    }

    /// <summary>Stands for a node that was refused, with its finding already made: it keeps the order, and is no key.</summary>
    public void AddRefused(TextSpan span) => Attach(new YamlScalar("", ScalarStyle.Plain, span), isRefused: true);

    private void Attach(YamlNode node, bool isRefused = false)
    {
        if (++_nodes == SyntaxLimits.Nodes + 1)
            problems.Add(SyntaxDiagnostics.FileTooLarge, new TextSpan(node.Span.Start, 0), TooManyMessage);
        if (!_open.TryPeek(out var frame))
        {
            Root = node;
            return;
        }

        if (frame.Start < 0)
            frame.Start = node.Span.Start;
        frame.End = node.Span.End;
        if (!frame.IsMapping)
        {
            _items.Add(node);
        }
        else if (!frame.HasKey)
        {
            frame.HasKey = true;
            frame.Key = isRefused ? null : AcceptKey(frame, node);
        }
        else
        {
            frame.HasKey = false;
            if (frame.Key is { } key)
                _entries.Add(new YamlEntry(key, node));
        }
    }

    private YamlScalar? AcceptKey(Frame frame, YamlNode node)
    {
        if (node is not YamlScalar key)
        {
            // After a `?` it is reported already.
            if (!problems.Source.Text.AsSpan(0, node.Span.Start).TrimEnd().EndsWith('?'))
                problems.Add(SyntaxDiagnostics.ComplexKey, node.Span, ComplexKeyMessage);
            return null;
        }

        if (key is { Style: ScalarStyle.Plain, Value: "" })
        {
            problems.Add(SyntaxDiagnostics.ComplexKey, key.Span, "A key is missing here. Write the key before the `:`.");
            return null;
        }

        if (key is { Style: ScalarStyle.Plain, Value: "<<" })
        {
            problems.Add(
                SyntaxDiagnostics.MergeKey,
                key.Span,
                "The merge key `<<` brings in entries from elsewhere, which the format does not allow. Write the entries out here.");
            return null;
        }

        if (TryClaim(frame, key, out var first))
            return key;

        var line = problems.Source.GetPosition(first.Start).Line;
        problems.Add(
            SyntaxDiagnostics.DuplicateKey,
            key.Span,
            $"The key `{Shorten(key.Value)}` stands in this mapping already, in line {line}. Remove one of the two.",
            new RelatedPlace(problems.Source, first, "The key stands here first."));
        return null;
    }

    /// <summary>Whether the key is new; if not, where it stands first.</summary>
    private bool TryClaim(Frame frame, YamlScalar key, out TextSpan first)
    {
        var known = CollectionsMarshal.AsSpan(_entries)[frame.First..];
        if (known.Length < FewKeys)
        {
            foreach (var entry in known)
            {
                if (entry.Key.Value != key.Value)
                    continue;
                first = entry.Key.Span;
                return false;
            }

            first = default;
            return true;
        }

        if (frame.Places is null)
        {
            frame.Places = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
            foreach (var entry in known)
                frame.Places.Add(entry.Key.Value, entry.Key.Span);
        }

        if (frame.Places.TryGetValue(key.Value, out first))
            return false;
        frame.Places.Add(key.Value, key.Span);
        return true;
    }

    private static ImmutableArray<T> TakeFrom<T>(List<T> stack, int first)
    {
        var taken = ImmutableArray.Create((ReadOnlySpan<T>)CollectionsMarshal.AsSpan(stack)[first..]);
        stack.RemoveRange(first, stack.Count - first);
        return taken;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");

    /// <summary>A list or mapping whose end is still to come. Its children wait on the shared stacks, from <see cref="First"/> on.</summary>
    private sealed class Frame(bool isMapping, bool isBracketed, int start, int first)
    {
        public bool IsMapping => isMapping;

        public bool IsBracketed => isBracketed;

        public int First => first;

        /// <summary>Where it begins, or -1 until the first key is known.</summary>
        public int Start { get; set; } = start;

        public int End { get; set; } = start;

        public bool HasKey { get; set; }

        /// <summary>The key that waits for its value, or null where it was refused.</summary>
        public YamlScalar? Key { get; set; }

        /// <summary>Only of a mapping with many keys.</summary>
        public Dictionary<string, TextSpan>? Places { get; set; }
    }
}
