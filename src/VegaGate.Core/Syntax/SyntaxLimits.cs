namespace VegaGate.Syntax;

/// <summary>What a file may measure. Far above any checklist that people read, far below what could tie up a machine.</summary>
public static class SyntaxLimits
{
    public const int FileBytes = 10 * 1024 * 1024;

    /// <summary>Of a line, and of the text of a scalar.</summary>
    public const int LineBytes = 64 * 1024;

    /// <summary>Keys, values, mappings and lists together: several times as many as a file of the largest size has that people have written.</summary>
    public const int Nodes = 1_000_000;

    /// <summary>Mappings and lists inside each other, the outermost included.</summary>
    public const int Levels = 64;
}
