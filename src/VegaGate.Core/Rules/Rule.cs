using VegaGate.Diagnostics;

namespace VegaGate.Rules;

/// <summary>
/// Looks for one bad pattern in one checklist. Rules hold no state; what belongs to a run comes in the context. Each is listed in <see cref="RuleCatalog"/>.
/// </summary>
public abstract class Rule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Made anew for each who asks: a run of the rules needs none.</summary>
    public abstract RulePage Page { get; }

    public abstract void Check(RuleContext context);
}
