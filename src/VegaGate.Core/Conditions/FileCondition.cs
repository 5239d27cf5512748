using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Conditions;

/// <summary>Looks for a file in the commit.</summary>
public static class FileCondition
{
    public static KeyFormat Path { get; } = Required("path", Scalars.Line, "A file, or a pattern for files, from the root of the repository.");

    public static KeyFormat NotEmpty { get; } = Optional("not-empty", Scalars.Boolean, "Whether it has to hold anything.");

    public static KeyFormat NewerThan { get; } = Optional("newer-than", Scalars.Duration, "How long ago the last commit that changed it may be, at most.");

    public static ProbeFormat Format { get; } = new("file", "A file is in the repository.", [Path, NotEmpty, NewerThan]);
}
