using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Conditions;

/// <summary>Searches the tracked files of the commit. It takes texts and no patterns.</summary>
public static class TextCondition
{
    public static KeyFormat Files { get; } = Optional("in", Lists.Lines, "Files, or patterns for files, from the root of the repository; every tracked file unless said.");

    public static KeyFormat Present { get; } = Optional("present", Scalars.Text, "Text that stands in one of the files.");

    public static KeyFormat Absent { get; } = Optional("absent", Scalars.Text, "Text that stands in none of them.");

    public static ProbeFormat Format { get; } = new("text", "A text stands in the tracked files, or does not.", [Files, Present, Absent]) { AnyOf = [Present, Absent] };
}
