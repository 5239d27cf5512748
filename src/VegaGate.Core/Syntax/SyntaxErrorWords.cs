using VegaGate.Diagnostics;

namespace VegaGate.Syntax;

/// <summary>Says in words that need no knowledge of the grammar what the parser stumbled over.</summary>
internal static class SyntaxErrorWords
{
    public const string IndentContinuation =
        "A list or mapping in brackets goes on in this line without indentation. Indent the line deeper than the key that it belongs to, or close the bracket before it.";

    /// <summary>A part of the parser's message, whether the end of its range is the place to show, and what is said instead.</summary>
    private static readonly (string Part, bool AtEnd, string Words)[] Known =
    [
        ("',' or ']'", false, "This does not continue the list in brackets. Separate its entries with `,` and close it with `]`."),
        ("',' or '}'", false, "This does not continue the mapping in braces. Separate its entries with `,` and close it with `}`."),
        ("expected '-' indicator", false, "This line does not continue the list above it. Begin it with `- ` in the column of the other entries, or correct its indentation."),
        ("did not find expected key", false, "This does not continue the mapping above it, where a key is expected. Correct the indentation, or quote the value before it."),
        ("did not find expected node content", false, "A value is expected here. Write the value, or put the text in quotes."),
        ("multiline plain scalar, found invalid mapping", false, "A `:` before a space stands in a value that began in a line above, unquoted. Add the `:` that the line above lacks after its key, or put the value in quotes."),
        ("found invalid mapping", false, "A `:` before a space stands inside an unquoted value. Put the value in quotes, or correct the indentation if a key is meant."),
        ("Mapping values are not allowed", false, "A `:` before a space stands where no key can end. Put the value in quotes, or correct the indentation if a key is meant."),
        ("Mapping keys are not allowed", false, "A key cannot begin here. Put the text in quotes, or begin a new line."),
        ("Block sequence entries", false, "A list entry cannot begin in the middle of a line. Put `- ` on a line of its own below the key."),
        ("cannot start any token", false, ReservedMessage),
        ("unexpected end of stream", false, "The quote that opens here is never closed. Close it with the same quote."),
        ("unexpected document indicator", true, "A line of `---` or `...` stands inside a quoted value. Close the quote before it."),
        ("found wrong indentation", true, "A quoted value that began above is still open here. Close its quote there, or indent this line deeper than its key."),
        ("unknown escape character", true, "There is no such escape in double quotes. Write `\\\\` for a backslash, or use single quotes."),
        ("hexadecimal", true, "An escape needs hexadecimal digits here: two after `\\x`, four after `\\u`, eight after `\\U`."),
        ("invalid Unicode", true, NoCharacterMessage),
        ("indentation indicator equal to 0", true, "The number after `|` or `>` is the indentation of the text, from 1 to 9. Leave it out."),
        ("block scalar, did not find expected comment", true, "Text stands on the line of `|` or `>`. Begin it on the next line, indented."),
        ("found extra spaces", true, "A blank line before the text of `|` or `>` is indented deeper than the text. Remove its spaces."),
        ("found more spaces", true, "A blank line before the text of `|` or `>` is indented deeper than the text. Remove its spaces."),
        ("simple key", true, "A key is expected in the lines above this place, on one line, at most 1,024 characters long, with `: ` after it. Add the `:`, or correct the indentation."),
        ("invalid comment", false, TightCommentMessage),
        ("comment without", true, "A comment needs a space before its `#`. Add the space."),
        ("comment between adjacent scalars", false, "An unquoted value cannot go on after a comment. Put the value in quotes, or move the comment."),
        ("Invalid key indicator", false, "A `-` stands alone inside brackets. Put it in quotes, or write the list with commas."),
    ];

    /// <summary>What to report, and whether at the end of the range that the parser names.</summary>
    /// <param name="parserMessage">What the parser says; for anything that is not its own exception, an empty text.</param>
    public static (DiagnosticDescriptor Descriptor, string Words, bool AtEnd) Explain(string parserMessage)
    {
        if (parserMessage.Contains(" tab ", StringComparison.Ordinal))
            return (SyntaxDiagnostics.TabIndentation, YamlTreeBuilder.TabMessage, true);
        if (parserMessage.Contains("directive", StringComparison.Ordinal))
            return (SyntaxDiagnostics.Directive, DirectiveMessage, false);
        if (parserMessage.Contains("nchor", StringComparison.Ordinal))
            return (SyntaxDiagnostics.YamlSyntax, "An unquoted value cannot begin with `&` or `*`. Put the value in quotes.", false);
        if (parserMessage.Contains(" tag", StringComparison.Ordinal))
            return (SyntaxDiagnostics.Tag, TagMessage, false);
        foreach (var (part, atEnd, words) in Known)
        {
            if (parserMessage.Contains(part, StringComparison.Ordinal))
                return (SyntaxDiagnostics.YamlSyntax, words, atEnd);
        }

        return (SyntaxDiagnostics.YamlSyntax, "The text cannot be read as YAML here. Look at the quotes, brackets and indentation of this line and the one before.", false);
    }

    /// <summary>For an exception that says nothing, from what stands at the place.</summary>
    public static string ExplainPlace(bool isInBrackets, bool isFirstInLine, char next) => (isInBrackets, isFirstInLine, next) switch
    {
        (_, _, '"') => "This quoted value cannot be read; an escape in it stands for no character. Correct the escape, or use single quotes.",
        (true, true, _) => IndentContinuation,
        _ => Explain("").Words,
    };

    public const string NoCharacterMessage = "This escape stands for no character. Correct its digits.";

    public const string LongKeyMessage = "A key has at most 1,024 characters, and this one has more. Shorten it, or put the text in quotes if no key is meant.";

    public const string TightCommentMessage = "A comment needs a space before its `#`. Add the space, or quote the text if no comment is meant.";

    public const string ReservedMessage = "An unquoted value cannot begin with this character. Put the value in quotes.";

    public const string DirectiveMessage = "A directive (`%`) changes how the file is read, which the format does not allow. Remove the line.";

    public const string TagMessage = "A tag (`!`) changes how a value is read, which the format does not allow. Remove it, or quote the text if no tag is meant.";
}
