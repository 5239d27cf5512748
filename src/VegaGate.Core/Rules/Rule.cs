using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Rules;

/// <summary>
/// Looks for one bad pattern in one checklist: in the list as a whole, in each of its items, in each of its values, or in several of these. Rules hold no
/// state; what belongs to a run comes in the context, or stays in what a rule returns for it. Each is listed in <see cref="RuleCatalog"/>.
/// </summary>
public abstract class Rule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Made anew for each who asks: a run of the rules needs none.</summary>
    public abstract RulePage Page { get; }

    /// <summary>Looks at the list as a whole.</summary>
    public virtual void Check(RuleContext context)
    {
    }

    /// <summary>What looks at each item, in the order of the text; null where there is nothing to look at.</summary>
    public virtual Action<ChecklistItem>? ForItems(RuleContext context) => null;

    /// <summary>What looks at each single value that the format describes, with its kind and its key, in the order of the text; null where there is nothing to look at.</summary>
    public virtual Action<YamlScalar, ScalarFormat, KeyFormat>? ForValues(RuleContext context) => null;
}
