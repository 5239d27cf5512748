using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Rules;
using VegaGate.Rules.Structure;
using VegaGate.Rules.Values;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Tests.Rules;

public sealed class FailingRuleTests
{
    [Fact]
    public void A_rule_that_fails_is_an_error_and_takes_no_other_with_it()
    {
        var result = Validator.Validate(
            [RuleChecking.Read("checklist: a\n", "a.yaml"), RuleChecking.Read("checklist: b\n", "b.yaml")], [new Failing(), new NoItems()], RuleChecking.Now);

        result.Diagnostics.Where(finding => finding.Source.Path == "a.yaml").Select(finding => (finding.Descriptor.Id, finding.Severity, finding.Message)).Should().Equal(
            ("VG1099", DiagnosticSeverity.Notice, "Found before."),
            ("VG8006", DiagnosticSeverity.Error, "The rule VG1099 (failing) failed on a.yaml (InvalidOperationException), and what else it would find there is not known. Please report it."),
            ("VG1011", DiagnosticSeverity.Error, "This list has no item and would hold nothing; add one under `sections` or `phases`."));
        result.Diagnostics.Count(finding => finding.Descriptor.Id == "VG8006").Should().Be(2);
    }

    [Fact]
    public void A_rule_that_fails_on_an_item_or_a_value_is_an_error_once_and_looks_at_no_further_one()
    {
        const string list = """
            checklist: a
            title: A
            sections:
              - id: part
                title: Part
                items:
                  - { id: "1.1", title: Open the door. }
                  - { id: "1.2", title: Is it open? }
            """;

        var found = Validator.Validate([RuleChecking.Read(list, "a.yaml")], [new FailingOnAll(), new TitleIsAQuestion()], RuleChecking.Now).Diagnostics;

        found.Select(finding => (finding.Descriptor.Id, finding.Message)).Should().Equal(
            ("VG8006", "The rule VG1098 (failing-on-all) failed on a.yaml (InvalidOperationException), and what else it would find there is not known. Please report it."),
            ("VG8006", "The rule VG1098 (failing-on-all) failed on a.yaml (NotSupportedException), and what else it would find there is not known. Please report it."),
            ("VG7003", "The title of item `1.2` is a question; say what is to be done."));
    }

    private sealed class FailingOnAll : Rule
    {
        public override DiagnosticDescriptor Descriptor { get; } = new("VG1098", "failing-on-all", DiagnosticSeverity.Notice, "It fails.");

        public override RulePage Page => new("What.", "Why.", "", "");

        public override Action<ChecklistItem> ForItems(RuleContext context) => _ => throw new InvalidOperationException("secret");

        public override Action<YamlScalar, ScalarFormat, KeyFormat> ForValues(RuleContext context) => (_, _, _) => throw new NotSupportedException("secret");
    }

    private sealed class Failing : Rule
    {
        public override DiagnosticDescriptor Descriptor { get; } = new("VG1099", "failing", DiagnosticSeverity.Notice, "It fails.");

        public override RulePage Page => new("What.", "Why.", "", "");

        public override void Check(RuleContext context)
        {
            context.Report(this, new TextSpan(0, 0), "Found before.");
            throw new InvalidOperationException("secret");
        }
    }
}
