using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Syntax;
using VegaGate.Tests.Syntax;
using VegaGate.Text;

namespace VegaGate.Tests.Rules;

[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same documents in every run.")]
public sealed class FixerTests
{
    private const string Sample = "checklist: a\ntitle: A\npeople: { zev: { github: zev-dev } }\nsections:\n  - id: 1.0 # one\n    title: S\n    owners: zev\n    items:\n      - { id: 1.10, title: T, pass: P, status: In progress, needs: [1.2] }\n      - id: 1.2\n        title: T\n        pass: P\n        status: 'DONE'\n        was: [0x1F, \"3\"]\n";

    /// <summary>Something for every rule that has a fix, and a key that comes twice.</summary>
    private const string Mixed = "checklist: no\ntitle: Caf\u00C3\u00A9\ndescription: PR #7\npeople: { zev: { github: zev-dev, name: 1_0 } }\nsections:\n  - id:s\n    title: S\n    title: T\n    owners: zev\n    items:\n      - id: 1.10\n        title:T\n      - { id: \"2\", title: T, pass: on, status: Done, labels: [yes, 1.10] }\n      - id: 1.2\n        title: See PR #8 # 9\n        pass: Na\u00C3\u00AFve \u00E2\u20AC\u0153x\u00E2\u20AC\u009D\n        status: 'DONE'\n";

    private static readonly string[] Values = ["yes", "PR #7", "Caf\u00C3\u00A9: #1", "title:T", "'no'", "OFF", "1.10", "\"1.10\"", "'2'", "Done", "in PROGRESS", "1e3", "[1, 2.0]", "[1.2, 1.2]", ">-\n          todo", "0b1", "1_0", "x", "", "1.2 # c", "\U0001F600", "|\n          1.0"];

    [Fact]
    public void Each_fix_leaves_a_text_that_parses_and_takes_its_finding_with_it()
    {
        var random = new Random(20261122);
        var fixedOnes = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < 1_500; round++)
        {
            var text = (round % 3) switch { 0 => Sample, 1 => Mixed, _ => Sample.Replace("title: S", "title: S #7", StringComparison.Ordinal) };
            for (var changes = random.Next(4); changes > 0; changes--)
                text = Mutate(random, text);
            var tree = RuleChecking.Read(text);
            if (tree.Root is null)
                continue;
            foreach (var finding in RuleChecking.Validate(text).Where(finding => finding.Fix is not null))
            {
                var after = RuleChecking.Read(FixApplier.Apply(text, finding.Fix!.Edits));

                after.Root.Should().NotBeNull("{0} is a fix of {1}", finding.Fix.Title, text);
                after.Diagnostics.Select(problem => problem.Descriptor.Id).Should().Equal(tree.Diagnostics.Select(problem => problem.Descriptor.Id), "{0} is a fix of {1}", finding.Fix.Title, text);
                Count(RuleChecking.Validate(after.Source.Text), finding).Should().BeLessThan(Count(RuleChecking.Validate(text), finding), "{0} is a fix of {1}", finding.Fix.Title, text);
                fixedOnes.Add(finding.Descriptor.Name);
            }
        }

        fixedOnes.Should().BeEquivalentTo(RuleCatalog.All.Where(rule => rule.Page.Fix is not null).Select(rule => rule.Descriptor.Name));
    }

    [Fact]
    public void Goes_on_until_nothing_is_left_and_keeps_mark_and_line_ends()
    {
        var text = Sample.Replace("\n", "\r\n", StringComparison.Ordinal);
        var tree = YamlReader.Read("a.yaml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

        var source = Fix(tree, [.. RuleCatalog.All]).Source;

        source.HasByteOrderMark.Should().BeTrue();
        source.Text.Split('\n').Should().HaveCount(text.Split('\n').Length).And.OnlyContain(line => line.Length == 0 || line.EndsWith('\r'));
        RuleChecking.Validate(source.Text).Should().OnlyContain(finding => finding.Fix == null);
    }

    [Fact]
    public void Fixes_what_it_can_beside_what_the_reader_refused()
    {
        var text = Sample.Replace("    title: S\n", "    title: S\n    title: Again\n", StringComparison.Ordinal);

        Fix(RuleChecking.Read(text), [.. RuleCatalog.All]).Source.Text.Should().Contain("    title: Again\n").And.Contain("id: \"1.10\"").And.Contain("id: \"1.2\"");
    }

    [Fact]
    public void Leaves_a_file_as_it_was_where_a_fix_would_make_it_unreadable() =>
        Fix(RuleChecking.Read(Sample), [new Renaming("[")]).Source.Text.Should().Be(Sample);

    [Fact]
    public void Ends_where_fixes_never_do() => Fix(RuleChecking.Read(Sample), [new Renaming("aa")]).Source.Text.Should().StartWith("checklist: aaaaaaaaaaa\n");

    [Fact]
    public void Leaves_unsafe_fixes_alone_unless_they_are_asked_for()
    {
        var tree = RuleChecking.Read(Sample);

        Fix(tree, [new Renaming("b", FixApplicability.Unsafe)]).Should().BeSameAs(tree);
        Fix(tree, [new Renaming("b", FixApplicability.Unsafe)], FixApplicability.Unsafe).Source.Text.Should().StartWith("checklist: b\n");
    }

    [Fact]
    public void Leaves_what_is_suppressed()
    {
        var text = Sample.Replace("# one", "# vegagate: ignore VG1008 -- the id of the other system", StringComparison.Ordinal);

        Fix(RuleChecking.Read(text), [.. RuleCatalog.All]).Source.Text.Should().Contain("id: 1.0 #").And.Contain("id: \"1.10\"");
    }

    private static YamlTree Fix(YamlTree tree, ImmutableArray<Rule> rules, FixApplicability atMost = FixApplicability.Safe) =>
        Fixer.Fix([tree], trees => Validator.Validate(trees, rules, RuleChecking.Now), atMost).Single();

    private static int Count(ImmutableArray<Diagnostic> findings, Diagnostic like) => findings.Count(finding => finding.Descriptor == like.Descriptor);

    private static string Mutate(Random random, string text)
    {
        var nodes = Reading.Descendants(RuleChecking.Read(text).Root).ToList();
        return nodes.Count == 0 ? text : FixApplier.Apply(text, [new TextEdit(nodes[random.Next(nodes.Count)].Span, Values[random.Next(Values.Length)])]);
    }

    /// <summary>Doubles the name of a list, or puts another text in its place.</summary>
    private sealed class Renaming(string name, FixApplicability applicability = FixApplicability.Safe) : Rule
    {
        public override DiagnosticDescriptor Descriptor { get; } = new("VG1099", "renaming", DiagnosticSeverity.Notice, "A test.");

        public override RulePage Page => new("What.", "Why.", "", "");

        public override void Check(RuleContext context)
        {
            var span = new TextSpan("checklist: ".Length, 1);
            if (context.Source.GetText(span) != name)
                context.Report(this, span, "Rename it.", new CodeFix("Rename it", applicability, [new TextEdit(span, name)]));
        }
    }
}
