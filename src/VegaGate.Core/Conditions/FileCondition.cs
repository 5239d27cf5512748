using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Conditions;

/// <summary>Looks for a file in the commit.</summary>
public static class FileCondition
{
    public static KeyFormat Path { get; } = Required("path", Scalars.Line, "A file, or a pattern for files, from the root of the repository.");

    public static ProbeFormat Format { get; } = new("file", "A file is in the repository.", [Path]);
}
