using System.Collections.Immutable;

namespace VegaGate.Documents.Reading;

/// <summary>A line of text and where it stands, counted from zero. A class on purpose, as all that is kept in collections.</summary>
public sealed record TextLine(int Line, string Text);

/// <summary>A piece of a document, whatever it was written in.</summary>
/// <param name="Line">Its first line, counted from zero.</param>
public abstract record DocumentBlock(int Line);

/// <summary>A heading.</summary>
/// <param name="Text">As it is written, without the marks of the heading.</param>
public sealed record Heading(int Line, int Level, string Text) : DocumentBlock(Line);

public sealed record Paragraph(int Line, ImmutableArray<TextLine> Lines) : DocumentBlock(Line);

public sealed record EntryList(int Line, bool IsOrdered, ImmutableArray<ListEntry> Entries) : DocumentBlock(Line);

/// <summary>One entry of a list.</summary>
/// <param name="Number">In an ordered list.</param>
/// <param name="Lines">Its first paragraph.</param>
/// <param name="Children">What stands below it.</param>
public sealed record ListEntry(int Line, int? Number, ImmutableArray<TextLine> Lines, ImmutableArray<DocumentBlock> Children);

/// <summary>A table.</summary>
/// <param name="DelimiterLine">The row of hyphens; -1 where the table has none.</param>
public sealed record DocumentTable(int Line, int DelimiterLine, ImmutableArray<string> Header, ImmutableArray<TableRow> Rows) : DocumentBlock(Line);

/// <summary>One row of a table.</summary>
/// <param name="LastLine">A quoted cell of CSV can run over several lines.</param>
public sealed record TableRow(int Line, int LastLine, ImmutableArray<string> Cells);

/// <summary>Code, indented or fenced.</summary>
public sealed record CodeText(int Line, int LastLine, ImmutableArray<TextLine> Lines) : DocumentBlock(Line);

/// <summary>A line across the page.</summary>
public sealed record Rule(int Line) : DocumentBlock(Line);

/// <summary>HTML and whatever else is not read.</summary>
public sealed record OtherText(int Line, ImmutableArray<TextLine> Lines) : DocumentBlock(Line);
