using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Syntax;
using VegaGate.Tests.Checklists;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Syntax;

[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same documents in every run.")]
public sealed class YamlReaderPropertyTests
{
    /// <summary>Of the run that everybody makes; VEGAGATE_MUTATIONS asks for more.</summary>
    private const int Mutations = 100_000;

    /// <summary>So many documents are also held against everything that a tree promises, which costs far more than reading them.</summary>
    private const int HeldAgainstAll = 5_000;

    /// <summary>One in so many documents is a list, and goes through all rules as well.</summary>
    private const int CheckedShare = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string[] Samples =
    [
        "checklist: go-live\ntitle: \"Integration: and go-live\"\nper: once   # comment\npeople:\n  zev: { name: Zev, github: zev-dev }\n  rr:  { name: RR, delegate: zev }\n"
        + "gate:\n  stages: [deploy, go-live,\n    close]\n  window: { from: 2026-03-02T08:00:00Z }\nsections:\n  - id: 'scope'\n    items:\n    - id: \"1.1\"\n"
        + "      title: Confirm `GET /health` returns ok,\n        also on the second line.\n      owners:\n      - zev\n      - rr\n      notes: |\n        One\n\n        Two\n      pass: >-\n        a\n        b\n      due:\n",
        "- a\n- - b\n  - {c: d, e}\n- \"f\\n\\u00e9 \\\"g\\\"\"\n- 'h''i'\n-\n- \U0001F600 k: l\n",
        "a: !!str 1\nb: &x [1, *x]\n<<: {c: 2}\n? d\n: e\n[f]: g\na: 3\n---\nh\n...\n",
        "%YAML 1.2\n---\na:\r\n  b: 1\r\n  c: [x,\r\n    y]\r\n",
    ];

    private static readonly string[] Inserts =
    [
        "\n", "\r\n", " ", "  ", "\t", ":", ": ", "- ", "? ", ",", "[", "]", "{", "}", "#", " #", "&a", "*a", "!", "!!str", "<<: ", "|", ">", "|+2", "'", "\"", "\\", "\\U",
        "%", "%TAG", "@", "`", "---", "---\n", "...", "\n...\n", "~", "0", "x", "\u00E9", "\U0001F600", "\u2028", "\0", "\uFEFF", "\u200B", "\r",
    ];

    [Fact]
    public async Task Reads_and_checks_any_mutated_document_without_an_exception_and_in_time()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("VEGAGATE_MUTATIONS"), out var asked) ? asked : Mutations;
        var random = new Random(20260301);
        var current = "";
        var isOver = false;
        using var progress = new AutoResetEvent(initialState: false);
        var reading = Task.Run(() =>
        {
            for (var round = 0; round < count; round++)
            {
                var isChecked = round % CheckedShare == 0;
                var text = Mutate(random, isChecked ? MutatedListsTests.Sample : Samples[random.Next(Samples.Length)]);
                Volatile.Write(ref current, text);
                progress.Set();
                var tree = Reading.Read(text);
                if (round < HeldAgainstAll)
                    ShouldBeSound(tree);
                else
                    ShouldHavePlaces(tree, tree.Diagnostics);
                if (isChecked)
                    ShouldHavePlaces(tree, Validator.Validate([tree], RuleCatalog.All, RuleChecking.Now).Diagnostics);
            }

            Volatile.Write(ref isOver, true);
            progress.Set();
        });

        // The watchdog: a document that the reader does not leave would otherwise hang the run.
        while (!Volatile.Read(ref isOver) && !reading.IsCompleted)
            (progress.WaitOne(Patience) || reading.IsCompleted).Should().BeTrue("this is read in time: {0}", Volatile.Read(ref current));
        await reading;
    }

    [Fact]
    public void Reads_any_bytes_without_an_exception() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => ShouldBeSound(YamlReader.Read("a.yaml", bytes))).QuickCheckThrowOnFailure();

    [Fact]
    public void Reads_any_text_without_an_exception() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => ShouldBeSound(Reading.Read(text ?? ""))).QuickCheckThrowOnFailure();

    [Fact]
    public void Reads_what_was_quoted_back_as_it_was() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var value = new string([.. text.Get.Where(c => c is >= ' ' and < '\u007F')]);
            var tree = Reading.Read($"a: '{value.Replace("'", "''", StringComparison.Ordinal)}'\n");
            ((YamlScalar)((YamlMapping)tree.Root!).Find("a")!.Value).Value.Should().Be(value);
        }).QuickCheckThrowOnFailure();

    /// <summary>What holds of every tree, whatever the text.</summary>
    private static void ShouldBeSound(YamlTree tree)
    {
        var text = tree.Source.Text;
        foreach (var diagnostic in tree.Diagnostics)
        {
            (diagnostic.Span.Start >= 0 && diagnostic.Span.Length >= 0 && diagnostic.Span.End <= text.Length).Should().BeTrue(text);
            diagnostic.Message.Should().EndWith(".");
        }

        foreach (var node in Reading.Descendants(tree.Root))
        {
            (node.Span.Start >= 0 && node.Span.Length >= 0 && node.Span.End <= text.Length).Should().BeTrue("{0} has a place in {1}", node, text);
            var at = node.Span.Start;
            foreach (var child in Reading.Children(node))
            {
                (child.Span.Start >= at && child.Span.End <= node.Span.End).Should().BeTrue("{0} has its place in {1}, in {2}", child, node.Span, text);
                at = child.Span.End;
            }

            if (node is YamlScalar { Style: ScalarStyle.Plain or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted, Span.Length: > 0 } scalar && tree.Diagnostics.IsEmpty)
                ShouldReadAlike(tree.Source.GetText(scalar.Span), scalar, text);
        }
    }

    /// <summary>What holds of every finding, asked without a word that is not needed.</summary>
    private static void ShouldHavePlaces(YamlTree tree, ImmutableArray<Diagnostic> findings)
    {
        foreach (var diagnostic in findings)
        {
            if (diagnostic.Descriptor == ValidatorDiagnostics.RuleFailed || diagnostic.Span.Start < 0 || diagnostic.Span.Length < 0 || diagnostic.Span.End > tree.Source.Text.Length || !(diagnostic.Message.EndsWith('.') || diagnostic.Message.EndsWith('?')))
                throw new InvalidOperationException($"{diagnostic.Message} at {diagnostic.Span} in {tree.Source.Text}");
        }

        if (tree.Root is null && tree.Diagnostics.IsEmpty && Reading.HasContent(tree.Source.Text))
            throw new InvalidOperationException($"Nothing was read of {tree.Source.Text}");
    }

    private static void ShouldReadAlike(string written, YamlScalar scalar, string text)
    {
        // `a:` is a scalar before a further `:` alone.
        if (scalar.Style == ScalarStyle.Plain && written.EndsWith(':'))
            return;

        // A line of its own in the first column could be a document's end.
        var alone = Reading.Read("- " + written.Replace("\n", "\n ", StringComparison.Ordinal));

        alone.Diagnostics.Should().BeEmpty("{0} can stand alone, in {1}", written, text);
        var read = ((YamlSequence)alone.Root!).Items.Should().ContainSingle().Subject.Should().BeOfType<YamlScalar>("{0} is one scalar of {1}", written, text).Subject;
        (read.Value, read.Style).Should().Be((scalar.Value, scalar.Style), text);
    }

    private static string Mutate(Random random, string sample)
    {
        var text = new StringBuilder(sample);
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at));
                    break;
                case 1:
                    text.Length = Math.Max(1, at);
                    break;
                default:
                    text.Insert(at, Inserts[random.Next(Inserts.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}
