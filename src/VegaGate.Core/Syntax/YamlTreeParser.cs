using System.Diagnostics.CodeAnalysis;
using VegaGate.Diagnostics;
using VegaGate.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Tokens = YamlDotNet.Core.Tokens;
using YamlStyle = YamlDotNet.Core.ScalarStyle;

namespace VegaGate.Syntax;

/// <summary>
/// Makes the tree of a text that the <see cref="SourceGuard"/> let pass. The only file that names YamlDotNet, of which it uses tokens and events alone:
/// everything above those resolves aliases or recurses.
/// </summary>
public static class YamlTreeParser
{
    /// <summary>
    /// Never throws. The root is null, without a finding, for a text that is empty or holds comments alone; it is null with one where the text cannot be read to
    /// its end; beside a refused anchor, tag, key or second document it holds all the rest.
    /// </summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The parser is known to throw almost anything on malformed text; each is a finding.")]
    public static YamlTree Parse(SourceText source)
    {
        var problems = new ProblemList(source);
        var builder = new YamlTreeBuilder(problems);
        var watcher = new TokenWatcher(source.Text, problems);
        var isComplete = false;
        try
        {
            isComplete = Build(new Parser(watcher), watcher, builder);
        }
        catch (Exception exception)
        {
            watcher.Report(exception);
        }

        return new YamlTree(source, isComplete ? builder.Root : null, problems.ToDiagnostics());
    }

    private static bool Build(Parser parser, TokenWatcher watcher, YamlTreeBuilder builder)
    {
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case Scalar scalar:
                    watcher.CheckLastLine(scalar);
                    builder.Add(new YamlScalar(scalar.Value, StyleOf(scalar.Style), watcher.SpanOf(scalar)));
                    break;
                case MappingStart:
                    // A pair that stands alone in a list has neither a token of its own nor a usable mark: it begins with its key.
                    if (!builder.Open(isMapping: true, isBracketed: watcher.Last is Tokens.FlowMappingStart, watcher.LastStart))
                        return false;
                    break;
                case SequenceStart:
                    if (!builder.Open(isMapping: false, isBracketed: watcher.Last is Tokens.FlowSequenceStart, watcher.LastStart))
                        return false;
                    break;
                case MappingEnd:
                case SequenceEnd:
                    builder.Close(watcher.Clamp(parser.Current.Start.Index));
                    break;
                case AnchorAlias alias:
                    builder.AddRefused(watcher.SpanOf(alias));
                    break;
            }
        }

        return true;
    }

    private static ScalarStyle StyleOf(YamlStyle style) => style switch
    {
        YamlStyle.SingleQuoted => ScalarStyle.SingleQuoted,
        YamlStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
        YamlStyle.Literal => ScalarStyle.Literal,
        YamlStyle.Folded => ScalarStyle.Folded,
        _ => ScalarStyle.Plain,
    };

    /// <summary>
    /// Stands between scanner and parser and sees each token once: reports those that the format refuses and takes them out, so that the parser meets
    /// none of them, and remembers where it is, for the errors that come without a place.
    /// </summary>
    private sealed class TokenWatcher(string text, ProblemList problems) : IScanner
    {
        private const string Blanks = " \t\r\n";

        private readonly Scanner _scanner = new(new StringReader(text));
        private readonly Stack<int> _brackets = new();
        private int _lastEnd;
        private int _nodesEnd;
        private bool _hasContent;
        private bool _isDocumentOver;
        private bool _isOver;
        private bool _hasGreedyToken;
        private int _refusedEnd = -1;
        private Tokens.Token? _replacement;

        /// <summary>The token that the parser got last.</summary>
        public Tokens.Token? Last { get; private set; }

        public int LastStart => Last is null ? 0 : Clamp(Last.Start.Index);

        public Mark CurrentPosition => _scanner.CurrentPosition;

        public Tokens.Token? Current => _replacement ?? _scanner.Current;

        public bool MoveNext()
        {
            if (Current is not null)
                ConsumeCurrent();
            return MoveNextWithoutConsuming();
        }

        public bool MoveNextWithoutConsuming()
        {
            while (!_isOver && _scanner.MoveNextWithoutConsuming())
            {
                var token = _scanner.Current!;
                if (Admit(token))
                {
                    Last = Current;
                    return true;
                }

                _scanner.ConsumeCurrent();
            }

            return false;
        }

        public void ConsumeCurrent()
        {
            _replacement = null;
            _scanner.ConsumeCurrent();
        }

        public int Clamp(long index) => (int)Math.Clamp(index, 0, text.Length);

        /// <summary>Where a node stands. A block scalar ends with its last line that is not blank.</summary>
        public TextSpan SpanOf(ParsingEvent node)
        {
            var start = Clamp(node.Start.Index);
            var length = text.AsSpan(start, Math.Max(0, Clamp(node.End.Index) - start)).TrimEnd(Blanks).Length;

            // The mark of an absent key is one from long before.
            if (length == 0 && start < _nodesEnd)
                start = SkipBlank(_nodesEnd);
            _nodesEnd = start + length;
            return new TextSpan(start, length);
        }

        /// <summary>Spaces that end the file inside a block scalar: the parser loses a line break that they stand for.</summary>
        public void CheckLastLine(Scalar scalar)
        {
            if (scalar.Style is not (YamlStyle.Literal or YamlStyle.Folded) || !text.AsSpan(Clamp(scalar.End.Index)).Trim(' ').IsEmpty)
                return;
            var line = text.LastIndexOf('\n') + 1;
            if (line < text.Length && text.AsSpan(line).Trim(' ').IsEmpty)
                problems.Add(SyntaxDiagnostics.YamlSyntax, TextSpan.FromBounds(line, text.Length), "The file ends in spaces that could belong to the text of `|` or `>`. Remove them.");
        }

        public void Report(Exception exception)
        {
            var (descriptor, words, atEnd) = SyntaxErrorWords.Explain(exception is YamlException ? exception.Message : "");
            var isMarked = exception is YamlException { End.Index: > 0 };
            var from = exception switch
            {
                YamlException marked when isMarked => atEnd ? marked.End.Index : marked.Start.Index,

                // Thrown by the scanner on the way: it stands where it choked.
                InvalidOperationException => Math.Max(_lastEnd, _scanner.CurrentPosition.Index),
                _ => _lastEnd,
            };
            var place = SkipBlank(Clamp(from));
            if (IsConsequence(descriptor, place))
                return;

            if (descriptor == SyntaxDiagnostics.TabIndentation && text.AsSpan(0, Math.Min(place + 1, text.Length)).LastIndexOf('\t') is var tab and >= 0)
                place = tab;
            if (!isMarked && place < text.Length)
            {
                if (descriptor == SyntaxDiagnostics.YamlSyntax)
                    words = SyntaxErrorWords.ExplainPlace(_brackets.Count > 0, IsFirstInLine(place), text[place]);
                if (text[place] == '%' && IsFirstInLine(place))
                    (descriptor, words) = (SyntaxDiagnostics.Directive, SyntaxErrorWords.DirectiveMessage);
            }

            if (!_brackets.TryPeek(out var bracket))
                problems.Add(descriptor, WordAt(place), words);
            else if (place == text.Length)
                problems.Add(descriptor, new TextSpan(bracket, 1), $"The `{text[bracket]}` that opens here is never closed. Close it with `{(text[bracket] == '[' ? ']' : '}')}`.");
            else
                problems.Add(descriptor, WordAt(place), words, new RelatedPlace(problems.Source, new TextSpan(bracket, 1), $"The `{text[bracket]}` opens here."));
        }

        /// <summary>Whether an error says no more than that a token was refused which reaches into what follows it.</summary>
        private bool IsConsequence(DiagnosticDescriptor descriptor, int place) =>
            _hasGreedyToken
            || problems.Has(descriptor) && descriptor != SyntaxDiagnostics.YamlSyntax
            || _refusedEnd >= 0 && _refusedEnd <= place && !text.AsSpan(_refusedEnd, place - _refusedEnd).TrimEnd(Blanks).Contains('\n');

        /// <summary>The characters up to the next blank; before the end of the text, the end of what stands there.</summary>
        private TextSpan WordAt(int place)
        {
            if (place == text.Length)
                place = text.AsSpan().TrimEnd(Blanks).Length;
            var length = text.AsSpan(place).IndexOfAny(Blanks);
            length = length < 0 ? text.Length - place : length;
            return new TextSpan(place, length == 0 && place < text.Length ? 1 : length);
        }

        /// <summary>Whether the parser is to see the token.</summary>
        private bool Admit(Tokens.Token token)
        {
            var start = Clamp(token.Start.Index);
            var end = Clamp(token.End.Index);
            CheckGap(token, start);
            _lastEnd = Math.Max(_lastEnd, end);
            switch (token)
            {
                case Tokens.Error error:
                    throw new SemanticErrorException(error.Start, error.End, error.Value);
                case Tokens.Anchor:
                    return Refuse(SyntaxDiagnostics.Anchor, start, end, "An anchor (`&`) makes text count elsewhere, which the format does not allow. Remove it and write the text out where it is meant.");
                case Tokens.AnchorAlias:
                    ReportAlias(TextSpan.FromBounds(start, end));
                    _refusedEnd = end;
                    break;
                case Tokens.Tag:
                    return Refuse(SyntaxDiagnostics.Tag, start, end, SyntaxErrorWords.TagMessage);
                case Tokens.TagDirective or Tokens.VersionDirective:
                    // Its marks are not those of its text.
                    return Refuse(SyntaxDiagnostics.Directive, start, _lastEnd = EndOfLine(start), SyntaxErrorWords.DirectiveMessage);
                case Tokens.FlowSequenceStart or Tokens.FlowMappingStart:
                    _brackets.Push(start);
                    _lastEnd = start + 1;
                    break;
                case Tokens.FlowSequenceEnd or Tokens.FlowMappingEnd:
                    _brackets.TryPop(out _);
                    _lastEnd = start + 1;
                    break;
                case Tokens.Scalar { Style: YamlStyle.Plain } when end > start && BeginsReserved(start):
                    problems.Add(SyntaxDiagnostics.YamlSyntax, TextSpan.FromBounds(start, end), SyntaxErrorWords.ReservedMessage);
                    break;
                case Tokens.Key when end > start:
                    problems.Add(SyntaxDiagnostics.ComplexKey, TextSpan.FromBounds(start, end), "The indicator `?` begins a complex key, which the format does not allow. Write `key: value`.");
                    break;
            }

            return AdmitToDocument(token, start);
        }

        /// <summary>Ends the stream before whatever follows the first document.</summary>
        private bool AdmitToDocument(Tokens.Token token, int start)
        {
            if (token is Tokens.StreamStart or Tokens.StreamEnd || _brackets.Count > 0 && token is Tokens.DocumentStart or Tokens.DocumentEnd)
                return true;

            if (token is Tokens.DocumentEnd)
            {
                _isDocumentOver = true;
                return true;
            }

            if (_isDocumentOver || _hasContent && token is Tokens.DocumentStart)
            {
                problems.Add(
                    SyntaxDiagnostics.SecondDocument,
                    WordAt(start),
                    "A second document begins here, and a file holds only one. Remove it, or move it to a file of its own.");
                _replacement = new Tokens.StreamEnd(token.Start, token.Start);
                _isOver = true;
                return true;
            }

            _hasContent = true;
            return true;
        }

        private bool Refuse(DiagnosticDescriptor descriptor, int start, int end, string message)
        {
            var span = TextSpan.FromBounds(start, start + text.AsSpan(start, end - start).TrimEnd(Blanks).Length);
            if (descriptor == SyntaxDiagnostics.Anchor)
                problems.Gather(descriptor, span, message);
            else
                problems.Add(descriptor, span, message);
            _refusedEnd = span.End;
            _hasGreedyToken |= text.AsSpan(start, span.Length).IndexOfAny(",[]{}") >= 0;
            return false;
        }

        /// <summary>An alias belongs to the finding of the anchors, where there are any: a bomb of them is one finding.</summary>
        private void ReportAlias(TextSpan span) => problems.Gather(
            problems.Has(SyntaxDiagnostics.Anchor) ? SyntaxDiagnostics.Anchor : SyntaxDiagnostics.Alias,
            span,
            "An alias (`*`) stands for text from elsewhere, which the format does not allow. Write the text out here, or quote it if no alias is meant.");

        /// <summary>Looks at what the scanner skipped before a token.</summary>
        private void CheckGap(Tokens.Token token, int start)
        {
            if (start <= _lastEnd)
                return;
            var gap = text.AsSpan(_lastEnd, start - _lastEnd);
            for (var at = gap.IndexOf('%'); at >= 0;)
            {
                // The scanner takes a directive that it does not know for a comment.
                if (_lastEnd + at == 0 || text[_lastEnd + at - 1] == '\n')
                    Refuse(SyntaxDiagnostics.Directive, _lastEnd + at, EndOfLine(_lastEnd + at), SyntaxErrorWords.DirectiveMessage);
                var next = gap[(at + 1)..].IndexOf('%');
                at = next < 0 ? -1 : at + 1 + next;
            }

            var line = gap.LastIndexOf('\n');
            var tab = gap[(line + 1)..].IndexOf('\t');
            var isStructure = token is Tokens.BlockEntry or Tokens.Key or Tokens.BlockMappingStart or Tokens.BlockSequenceStart;
            if (tab >= 0 && (line >= 0 || _lastEnd == 0 || isStructure) && token is not (Tokens.StreamEnd or Tokens.BlockEnd))
            {
                problems.Add(SyntaxDiagnostics.TabIndentation, new TextSpan(_lastEnd + line + 1 + tab, 1), YamlTreeBuilder.TabMessage);
                _lastEnd = start;
            }
        }

        private int EndOfLine(int place) => text.IndexOf('\n', place) is var end and >= 0 ? end : text.Length;

        /// <summary>Whether an unquoted scalar begins with a character that YAML keeps for itself; in brackets the scanner takes many of them.</summary>
        private bool BeginsReserved(int start) =>
            text[start] is ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`'
            || text[start] is '-' or '?' or ':' && (start + 1 == text.Length || text[start + 1] is ' ' or '\t' or '\r' or '\n' || _brackets.Count > 0 && text[start + 1] is ',' or '[' or ']' or '{' or '}');

        private bool IsFirstInLine(int place) => text.AsSpan(0, place).TrimEnd(" \t") is var before && (before.IsEmpty || before[^1] == '\n');

        /// <summary>The next place that is neither blank nor in a comment.</summary>
        private int SkipBlank(int at)
        {
            while (at < text.Length)
            {
                var isComment = text[at] == '#' && (at == 0 || text[at - 1] is ' ' or '\t' or '\n');
                if (isComment)
                    at = EndOfLine(at);
                else if (text[at] is ' ' or '\t' or '\r' or '\n')
                    at++;
                else
                    break;
            }

            return at;
        }
    }
}
