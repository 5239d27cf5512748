using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Probes;

/// <summary>Looks for a file in the commit.</summary>
public static class FileProbe
{
    public static KeyFormat Path { get; } = Required("path", Scalars.Line, "A file, or a pattern for files, from the root of the repository.");

    public static ProbeFormat Format { get; } = new("file", "A file is in the repository.", [Path]);
}
