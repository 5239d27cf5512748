using System.Collections.Immutable;
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

        return new YamlTree(source, isComplete ? builder.Root : null, problems.ToDiagnostics()) { Remarks = watcher.Remarks };
    }

    private static bool Build(Parser parser, TokenWatcher watcher, YamlTreeBuilder builder)
    {
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case Scalar scalar:
                    var span = watcher.SpanOf(scalar);
                    if (span.Length == 0 && watcher.RefusedBefore is { } refused)
                        builder.AddRefused(refused);
                    else
                        builder.Add(new YamlScalar(scalar.Value, StyleOf(scalar.Style), span));
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

            if (builder.IsFull)
                return false;
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
        // A block scalar that the end of the file cuts off lacks a line break that other parsers give it.
        private readonly Scanner _scanner = new(new StringReader(text.EndsWith('\n') ? text : text + "\n"));
        private readonly TextLayout _layout = new(text, problems);
        private int _nodesEnd;
        private bool _hasContent;
        private bool _isDocumentOver;
        private bool _isOver;
        private bool _hasGreedyToken;
        private int _refusedEnd = -1;
        private int _complexKeyEnd = -1;
        private TextSpan? _refusedProperty;
        private Tokens.Token? _replacement;

        /// <summary>The token that the parser got last.</summary>
        public Tokens.Token? Last { get; private set; }

        /// <summary>The tag or anchor that was refused right before that token: where a node is empty, it is all that stands there.</summary>
        public TextSpan? RefusedBefore { get; private set; }

        public ImmutableArray<YamlComment> Remarks => _layout.Remarks;

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
                    (RefusedBefore, _refusedProperty) = (_refusedProperty, null);
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

        public int Clamp(long index) => index < 0 ? 0 : index < text.Length ? (int)index : text.Length;

        /// <summary>Where a node stands. A block scalar ends with its last line that is not blank.</summary>
        public TextSpan SpanOf(ParsingEvent node)
        {
            var start = Clamp(node.Start.Index);
            var length = TextLayout.LengthWithoutBlanks(text, start, Clamp(node.End.Index));

            // The mark of an absent key is one from long before.
            if (length == 0 && start < _nodesEnd)
                start = _layout.SkipBlank(_nodesEnd);
            _nodesEnd = start + length;
            return new TextSpan(start, length);
        }

        public void Report(Exception exception)
        {
            var (descriptor, words, atEnd) = SyntaxErrorWords.Explain(exception is YamlException ? exception.Message : "");
            var isMarked = exception is YamlException { End.Index: > 0 };
            var from = exception switch
            {
                YamlException marked when isMarked => atEnd ? marked.End.Index : marked.Start.Index,

                // Thrown by the scanner on the way: it stands where it choked.
                InvalidOperationException => Math.Max(_layout.LastEnd, _scanner.CurrentPosition.Index),
                _ => _layout.LastEnd,
            };
            var place = _layout.SkipBlank(Clamp(from));
            if (IsConsequence(descriptor, place))
                return;
            if (words == SyntaxErrorWords.NoCharacterMessage && text.AsSpan(0, Clamp(from)).LastIndexOf('\\') is >= 0 and var escape)
            {
                problems.Add(descriptor, TextSpan.FromBounds(escape, Clamp(from)), words);
                return;
            }

            if (exception is YamlException && _layout.FindLongKey(place) is { } key)
            {
                problems.Add(descriptor, _layout.WordAt(key), SyntaxErrorWords.LongKeyMessage);
                return;
            }

            if (descriptor == SyntaxDiagnostics.TabIndentation && text.AsSpan(0, Math.Min(place + 1, text.Length)).LastIndexOf('\t') is var tab and >= 0)
                place = tab;
            if (!isMarked && place < text.Length)
            {
                if (descriptor == SyntaxDiagnostics.YamlSyntax)
                    words = SyntaxErrorWords.ExplainPlace(_layout.IsInBrackets, _layout.IsFirstInLine(place), text[place]);
                if (text[place] == '%' && _layout.IsFirstInLine(place))
                    (descriptor, words) = (SyntaxDiagnostics.Directive, SyntaxErrorWords.DirectiveMessage);
            }

            if (_layout.OpenedAt is not { } bracket)
                problems.Add(descriptor, _layout.WordAt(place), words);
            else if (place == text.Length)
                problems.Add(descriptor, new TextSpan(bracket, 1), $"The `{text[bracket]}` that opens here is never closed. Close it with `{(text[bracket] == '[' ? ']' : '}')}`.");
            else
                problems.Add(descriptor, _layout.WordAt(place), words, new RelatedPlace(problems.Source, new TextSpan(bracket, 1), $"The `{text[bracket]}` opens here."));
        }

        /// <summary>Whether an error says no more than that a token was refused which reaches into what follows it.</summary>
        private bool IsConsequence(DiagnosticDescriptor descriptor, int place) =>
            _hasGreedyToken
            || problems.Has(descriptor) && descriptor != SyntaxDiagnostics.YamlSyntax
            || _refusedEnd >= 0 && _refusedEnd <= place && !text.AsSpan(_refusedEnd, place - _refusedEnd).TrimEnd(TextLayout.Blanks).Contains('\n');

        /// <summary>Whether the parser is to see the token.</summary>
        private bool Admit(Tokens.Token token)
        {
            // The parser reads over some of them.
            var type = token.GetType();
            if (type == typeof(Tokens.Error))
                throw new SemanticErrorException(token.Start, token.End, ((Tokens.Error)token).Value);

            var start = Clamp(token.Start.Index);
            var end = Math.Max(start, Clamp(token.End.Index));
            if (!_layout.IsBlankUpTo(start))
                CheckGap(token, start);
            _layout.Advance(end);

            // Most tokens are among these; asking for exact types first spares them a dozen casts each.
            var isInside = _hasContent && !_isDocumentOver;
            if (type == typeof(Tokens.Scalar))
            {
                if (end > start)
                    _layout.Scalar(StyleOf(((Tokens.Scalar)token).Style), TextSpan.FromBounds(start, end));
                return isInside || AdmitToDocument(token, start);
            }

            if (type == typeof(Tokens.Key) && end == start || type == typeof(Tokens.BlockEntry))
                return isInside || AdmitToDocument(token, start);
            if (type == typeof(Tokens.Value))
            {
                _layout.Separator(start);
                return isInside || AdmitToDocument(token, start);
            }

            switch (token)
            {
                case Tokens.Anchor:
                    return Refuse(SyntaxDiagnostics.Anchor, start, end, "An anchor (`&`) makes text count elsewhere, which the format does not allow. Remove it and write the text out where it is meant.");
                case Tokens.AnchorAlias:
                    _layout.Node(start);
                    ReportAlias(TextSpan.FromBounds(start, end));
                    _refusedEnd = end;
                    break;
                case Tokens.Tag:
                    return Refuse(SyntaxDiagnostics.Tag, start, end, SyntaxErrorWords.TagMessage);
                case Tokens.TagDirective or Tokens.VersionDirective:
                    // Its marks are not those of its text.
                    end = _layout.EndOfLine(start);
                    _layout.Advance(end);
                    return Refuse(SyntaxDiagnostics.Directive, start, end, SyntaxErrorWords.DirectiveMessage);
                case Tokens.BlockMappingStart or Tokens.BlockSequenceStart:
                    _layout.OpenBlock((int)Math.Min(token.Start.Column, int.MaxValue) - 1);
                    break;
                case Tokens.BlockEnd:
                    _layout.CloseBlock();
                    break;
                case Tokens.FlowSequenceStart or Tokens.FlowMappingStart:
                    _layout.OpenBracket(start);
                    break;
                case Tokens.FlowSequenceEnd or Tokens.FlowMappingEnd:
                    _layout.CloseBracket(start);
                    break;
                case Tokens.DocumentEnd:
                    _layout.Advance(_layout.EndOfLine(start));
                    break;
                case Tokens.FlowEntry:
                    _layout.Separator(start);
                    break;
                case Tokens.Key:
                    _layout.Separator(start);

                    // One that begins another is one mistake with it.
                    if (_complexKeyEnd < 0 || text.AsSpan(_complexKeyEnd, start - _complexKeyEnd).ContainsAnyExcept(TextLayout.Blanks))
                        problems.Add(SyntaxDiagnostics.ComplexKey, TextSpan.FromBounds(start, end), "The indicator `?` begins a complex key, which the format does not allow. Write `key: value`.");
                    _complexKeyEnd = end;
                    break;
            }

            return AdmitToDocument(token, start);
        }

        private void CheckGap(Tokens.Token token, int start)
        {
            // The scanner takes a directive that it does not know for a comment.
            while (_layout.FindDirective(start) is >= 0 and var directive)
            {
                Refuse(SyntaxDiagnostics.Directive, directive, _layout.EndOfLine(directive), SyntaxErrorWords.DirectiveMessage);
                _layout.Advance(_layout.EndOfLine(directive));
            }

            var isEnd = token is Tokens.StreamEnd or Tokens.BlockEnd;
            var isStructure = token is Tokens.BlockEntry or Tokens.Key or Tokens.BlockMappingStart or Tokens.BlockSequenceStart;
            _layout.CheckBlanks(start, isStructure, isEnd);
        }

        /// <summary>Ends the stream before whatever follows the first document.</summary>
        private bool AdmitToDocument(Tokens.Token token, int start)
        {
            if (_hasContent && !_isDocumentOver && token is not (Tokens.DocumentStart or Tokens.DocumentEnd))
                return true;
            if (token is Tokens.StreamStart or Tokens.StreamEnd || _layout.IsInBrackets && token is Tokens.DocumentStart or Tokens.DocumentEnd)
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
                    _layout.WordAt(start),
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
            var span = TextSpan.FromBounds(start, start + text.AsSpan(start, end - start).TrimEnd(TextLayout.Blanks).Length);
            if (descriptor == SyntaxDiagnostics.Anchor)
                problems.Gather(descriptor, span, message);
            else
                problems.Add(descriptor, span, message);
            _refusedEnd = span.End;
            if (descriptor != SyntaxDiagnostics.Directive)
                _refusedProperty = span;
            _hasGreedyToken |= text.AsSpan(start, span.Length).IndexOfAny(",[]{}") >= 0;
            return false;
        }

        /// <summary>An alias belongs to the finding of the anchors, where there are any: a bomb of them is one finding.</summary>
        private void ReportAlias(TextSpan span) => problems.Gather(
            problems.Has(SyntaxDiagnostics.Anchor) ? SyntaxDiagnostics.Anchor : SyntaxDiagnostics.Alias,
            span,
            "An alias (`*`) stands for text from elsewhere, which the format does not allow. Write the text out here, or quote it if no alias is meant.");
    }
}
