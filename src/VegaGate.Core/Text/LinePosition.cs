namespace VegaGate.Text;

/// <summary>A place in a text. Both numbers count from one; the column counts UTF-16 code units.</summary>
public readonly record struct LinePosition(int Line, int Column);
