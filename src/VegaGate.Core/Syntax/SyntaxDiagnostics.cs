using System.Collections.Immutable;
using VegaGate.Diagnostics;

namespace VegaGate.Syntax;

/// <summary>What can be wrong with a file before anyone asks what it means. All are errors: a file with one of them is not used.</summary>
public static class SyntaxDiagnostics
{
    public static readonly DiagnosticDescriptor YamlSyntax = Describe("VG0001", "yaml-syntax", "The text is not YAML.");

    public static readonly DiagnosticDescriptor TabIndentation = Describe("VG0002", "tab-indentation", "A line is indented with a tab, which YAML does not allow.");

    public static readonly DiagnosticDescriptor DuplicateKey = Describe("VG0003", "duplicate-key", "A mapping holds the same key twice, and readers differ in which one counts.");

    public static readonly DiagnosticDescriptor Anchor = Describe("VG0004", "anchor", "An anchor makes text count where it does not stand.");

    public static readonly DiagnosticDescriptor Alias = Describe("VG0005", "alias", "An alias stands for text from elsewhere.");

    public static readonly DiagnosticDescriptor MergeKey = Describe("VG0006", "merge-key", "A merge key brings in entries that do not stand there.");

    public static readonly DiagnosticDescriptor Tag = Describe("VG0007", "tag", "A tag changes how a value is read.");

    public static readonly DiagnosticDescriptor Directive = Describe("VG0008", "directive", "A directive changes how the file is read.");

    public static readonly DiagnosticDescriptor SecondDocument = Describe("VG0009", "second-document", "A file holds one document; a second one would be overlooked.");

    public static readonly DiagnosticDescriptor ComplexKey = Describe("VG0010", "complex-key", "A key is not a plain piece of text.");

    public static readonly DiagnosticDescriptor Encoding = Describe("VG0011", "encoding", "The file is not UTF-8.");

    public static readonly DiagnosticDescriptor ControlCharacter = Describe("VG0012", "control-character", "A control character is invisible and can make a terminal or a page show something else.");

    public static readonly DiagnosticDescriptor InvisibleCharacter = Describe("VG0013", "invisible-character", "A bidirectional or zero-width character makes the text look different from what it says.");

    public static readonly DiagnosticDescriptor LineSeparator = Describe("VG0014", "line-separator", "A character ends the line for some readers and not for others.");

    public static readonly DiagnosticDescriptor FileTooLarge = Describe("VG0015", "file-too-large", "The file is larger than 10 MiB, or has more than 1,000,000 keys and values.");

    public static readonly DiagnosticDescriptor TooDeep = Describe("VG0016", "too-deep", "Mappings and lists stand inside each other more than 64 levels deep.");

    public static readonly DiagnosticDescriptor TooLong = Describe("VG0017", "too-long", "A line or a value is longer than 64 KiB.");

    public static readonly DiagnosticDescriptor InnerByteOrderMark = Describe("VG0018", "inner-byte-order-mark", "A byte-order mark stands inside the text, where it is invisible.");

    public static readonly DiagnosticDescriptor UnreadableFile = Describe("VG0019", "unreadable-file", "The file cannot be read.");

    /// <summary>More files than one run reads.</summary>
    public static readonly DiagnosticDescriptor TooManyFiles = Describe("VG0020", "too-many-files", "There are more files than are read in one run.");

    /// <summary>Of its rule, which finds the slip where the text can be read in spite of it.</summary>
    public static DiagnosticDescriptor ColonWithoutSpace { get; } = new("VG7005", "colon-without-space", DiagnosticSeverity.Error, "A key and its value are one piece of text.");

    /// <summary>In the order of their ids, those of rules left out.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        YamlSyntax, TabIndentation, DuplicateKey, Anchor, Alias, MergeKey, Tag, Directive, SecondDocument, ComplexKey, Encoding,
        ControlCharacter, InvisibleCharacter, LineSeparator, FileTooLarge, TooDeep, TooLong, InnerByteOrderMark, UnreadableFile, TooManyFiles,
    ];

    private static DiagnosticDescriptor Describe(string id, string name, string summary) => new(id, name, DiagnosticSeverity.Error, summary);
}
