using System.Diagnostics.CodeAnalysis;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Cli;
using VegaGate.Cli.Reporting;
using VegaGate.Rules;

namespace VegaGate.Tests.Rules;

/// <summary>In whatever order files come, what is written about them is the same, byte for byte.</summary>
public sealed class FileOrderTests
{
    private static readonly string[] Texts =
    [
        "checklist: one\ntitle: A\nsections: []\n",
        "checklist: one\nsections: [{ id: s, items: [{ id: 1.5 }] }]\n",
        "checklist: two\ntitle: [\n",
        "name: something else\n",
        "",
        "checklist: one\ntitle: B\nsections: [{ id: s, title: S, items: [{ id: \"1\", title: T, owners: [nobody], needs: [\"2\"] }] }]\n",
    ];

    [Fact]
    public void Gives_the_same_bytes()
    {
        var expected = Report(Enumerable.Range(0, Texts.Length));

        Prop.ForAll(Gen.Shuffle(Enumerable.Range(0, Texts.Length).ToArray()).ToArbitrary(), order => Report(order).Should().Be(expected)).QuickCheckThrowOnFailure();
    }

    [SuppressMessage("Performance", "CA1859:Use concrete types when possible for improved performance", Justification = "Any reporter will do.")]
    private static string Report(IEnumerable<int> order)
    {
        var trees = order.Select(number => RuleChecking.Read(Texts[number], $"checklists/{number}.yaml")).ToList();
        using var output = new StringWriter();
        var diagnostics = Validator.Validate(trees, RuleCatalog.All, RuleChecking.Now).Diagnostics;
        var surroundings = new Surroundings(output, TextWriter.Null, false, "/", TimeProvider.System, _ => null);
        new ConsoleReporter().Report(diagnostics, [.. trees.Select(tree => tree.Source.Path)], surroundings);
        new JsonReporter().Report(diagnostics, [.. trees.Select(tree => tree.Source.Path)], surroundings);
        return output.ToString();
    }
}
