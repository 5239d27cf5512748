using System.Diagnostics.CodeAnalysis;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Rules;

/// <summary>
/// One run of rules over one list. They go through its items together, and through its values: a long list does not fit the processor's cache, and is
/// fetched once and not by every rule. A rule that fails takes nothing with it but itself.
/// </summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a rule throws is a fault of the rule, and a finding.")]
public sealed class RuleRun
{
    private readonly RuleContext _context;
    private readonly List<Look<Action<ChecklistItem>>> _ofItems = [];
    private readonly List<Look<Action<YamlScalar, ScalarFormat, KeyFormat>>> _ofValues = [];

    private RuleRun(RuleContext context) => _context = context;

    /// <summary>Runs the rules; what they find goes to the context.</summary>
    public static void Over(RuleContext context, IEnumerable<Rule> rules)
    {
        var run = new RuleRun(context);
        foreach (var rule in rules)
            run.Begin(rule);
        foreach (var item in context.Checklist.Items)
            run.LookAt(item);
        if (run._ofValues.Count > 0)
            ScalarWalk.Visit(context.Checklist.Root, ChecklistFormat.Mapping, run.LookAt);
    }

    private void Begin(Rule rule)
    {
        try
        {
            rule.Check(_context);
            if (rule.ForItems(_context) is { } ofItem)
                _ofItems.Add(new Look<Action<ChecklistItem>>(rule, ofItem));
            if (rule.ForValues(_context) is { } ofValue)
                _ofValues.Add(new Look<Action<YamlScalar, ScalarFormat, KeyFormat>>(rule, ofValue));
        }
        catch (Exception fault)
        {
            ReportFailure(rule, fault);
        }
    }

    private void LookAt(ChecklistItem item)
    {
        for (var at = 0; at < _ofItems.Count; at++)
        {
            try
            {
                _ofItems[at].At(item);
            }
            catch (Exception fault)
            {
                ReportFailure(_ofItems[at].Rule, fault);
                _ofItems.RemoveAt(at--);
            }
        }
    }

    private void LookAt(YamlScalar value, ScalarFormat format, KeyFormat key)
    {
        for (var at = 0; at < _ofValues.Count; at++)
        {
            try
            {
                _ofValues[at].At(value, format, key);
            }
            catch (Exception fault)
            {
                ReportFailure(_ofValues[at].Rule, fault);
                _ofValues.RemoveAt(at--);
            }
        }
    }

    private void ReportFailure(Rule rule, Exception fault) => _context.Report(new Diagnostic(
        ValidatorDiagnostics.RuleFailed,
        _context.Source,
        default,
        $"The rule {rule.Descriptor.Id} ({rule.Descriptor.Name}) failed on {_context.Source.Path} ({fault.GetType().Name}), and what else it would find there is not known. Please report it."));

    private sealed record Look<TAt>(Rule Rule, TAt At);
}
