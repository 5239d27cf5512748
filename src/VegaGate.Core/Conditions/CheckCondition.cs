using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Conditions;

/// <summary>Looks for a check run or a commit status on the commit.</summary>
public static class CheckCondition
{
    public static KeyFormat Check { get; } = Required("name", Scalars.Line, "The name of the check run, or the context of the commit status.");

    public static KeyFormat App { get; } = Optional("app", Scalars.Line, "The app that reports it, by its slug; any unless said.");

    public static ProbeFormat Format { get; } = new("check", "A check of the commit has succeeded.", [Check, App]);
}
