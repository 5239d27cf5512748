using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Checklists;

/// <summary>Who is accountable, consulted and informed; responsible are the owners.</summary>
public static class RolesFormat
{
    public static KeyFormat Accountable { get; } = Optional("accountable", Lists.Mentions, "Who answers for the outcome.");

    public static KeyFormat Consulted { get; } = Optional("consulted", Lists.Mentions, "Who is asked before.");

    public static KeyFormat Informed { get; } = Optional("informed", Lists.Mentions, "Who is told after.");

    public static MappingFormat Mapping { get; } = new("roles", [Accountable, Consulted, Informed]);
}
