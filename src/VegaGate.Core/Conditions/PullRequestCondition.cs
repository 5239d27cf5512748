using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Conditions;

/// <summary>Looks at a pull request of the repository.</summary>
public static class PullRequestCondition
{
    public static KeyFormat Number { get; } = Required("number", Scalars.PositiveInteger, "Its number.");

    public static KeyFormat Approved { get; } = Optional("approved", Scalars.Boolean, "Whether somebody who belongs to the repository has to have approved its last commit, with nobody of them asking for changes.");

    public static ProbeFormat Format { get; } = new("pull-request", "A pull request is merged.", [Number, Approved]);
}
