using System.Collections.Immutable;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Tests.Rules;

/// <summary>Runs one rule over a text.</summary>
internal static class RuleChecking
{
    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static YamlTree Read(string text, string path = "checklists/a.yaml") => YamlReader.Read(path, Encoding.UTF8.GetBytes(text));

    /// <summary>All findings of a text, of every rule.</summary>
    public static ImmutableArray<Diagnostic> Validate(string text) => Validator.Validate([Read(text)], RuleCatalog.All, Now).Diagnostics;

    /// <summary>Compares the places of the findings with the marks, and their messages with the expected ones.</summary>
    public static ImmutableArray<Diagnostic> ShouldReport(this Rule rule, string marked, params string[] messages)
    {
        var markup = Markup.Parse(marked);
        var findings = rule.FindIn(markup.Text);
        findings.Select(finding => finding.Message).Should().Equal(messages);
        findings.Select(finding => finding.Span).Should().Equal(markup.Spans);
        findings.Should().OnlyContain(finding => finding.Descriptor == rule.Descriptor);
        return findings;
    }

    public static void ShouldBeSilent(this Rule rule, string text) => rule.FindIn(text).Should().BeEmpty();

    /// <summary>Applies the safe fixes, after which the rule is silent.</summary>
    public static void ShouldFix(this Rule rule, string text, string expected)
    {
        var findings = rule.FindIn(text);
        var after = FixApplier.Apply(findings[0].Source, findings, FixApplicability.Safe);
        after.Should().Be(expected);
        rule.ShouldBeSilent(after);
    }

    private static ImmutableArray<Diagnostic> FindIn(this Rule rule, string text)
    {
        var tree = Read(text);
        tree.Diagnostics.Should().BeEmpty();
        return Validator.Validate([tree], [rule], Now).Diagnostics;
    }
}
