using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Conditions;

/// <summary>Searches the tracked files of the commit.</summary>
public static class TextCondition
{
    public static KeyFormat Pattern { get; } = Required("pattern", ProbeScalars.Pattern, "A regular expression without look-around and backreferences; `^` and `$` fit at every line.");

    private static readonly EitherFormat Sought = new(Scalars.Text, new MappingFormat("text pattern", [Pattern]));

    public static KeyFormat Files { get; } = Optional("in", Lists.Lines, "Files, or patterns for files, from the root of the repository, each of which there must be; every tracked file unless said.");

    public static KeyFormat Present { get; } = Optional("present", Sought, "Text that stands in one of the files, or a pattern that fits there.");

    public static KeyFormat Absent { get; } = Optional("absent", Sought, "Text that stands in none of them, or a pattern that fits in none.");

    public static KeyFormat Secrets { get; } = Optional("secrets", Scalars.Choice("absent"), "Nothing that looks like a token or a private key stands in any of them.");

    public static ProbeFormat Format { get; } = new("text", "A text stands in the tracked files, or does not.", [Files, Present, Absent, Secrets], anyOf: [Present, Absent, Secrets]);
}
