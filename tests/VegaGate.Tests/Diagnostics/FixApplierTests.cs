using FsCheck;
using FsCheck.Fluent;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Tests.Diagnostics;

public sealed class FixApplierTests
{
    private static readonly DiagnosticDescriptor Descriptor = new("VG9999", "test", DiagnosticSeverity.Warning, "A test.");
    private static readonly SourceText Source = SourceText.FromString("a", "abcdef");

    [Fact]
    public void Applies_edits_in_any_order() =>
        FixApplier.Apply("abcdef", [new(new(4, 1), "EE"), new(new(0, 0), ">"), new(new(1, 2), "")]).Should().Be(">adEEf");

    [Fact]
    public void Leaves_every_other_character_as_it_is() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(), Gen.ListOf(Gen.Choose(0, 8)).ToArbitrary(), ArbMap.Default.ArbFor<NonNull<string>>(), (text, lengths, insert) =>
        {
            // Cut the text into pieces; every second piece is replaced.
            var pieces = new List<string>();
            var edits = new List<TextEdit>();
            var at = 0;
            foreach (var wanted in lengths.Append(text.Get.Length))
            {
                var length = Math.Min(wanted, text.Get.Length - at);
                var isReplaced = pieces.Count % 2 == 1;
                pieces.Add(isReplaced ? insert.Get : text.Get.Substring(at, length));
                if (isReplaced)
                    edits.Add(new TextEdit(new TextSpan(at, length), insert.Get));
                at += length;
            }

            edits.Reverse();
            FixApplier.Apply(text.Get, edits).Should().Be(string.Concat(pieces));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Leaves_a_fix_that_overlaps_another_for_the_next_round() => FixApplier.Apply(
            Source, [Find(Edit(1, 2, "X")), Find(Edit(2, 2, "Y"), Edit(5, 1, "Y")), Find(Edit(3, 1, "Z"))], FixApplicability.Safe)
        .Should().Be("aXZef");

    [Fact]
    public void Leaves_a_second_insertion_at_one_place_for_the_next_round() =>
        FixApplier.Apply(Source, [Find(Edit(1, 0, "X")), Find(Edit(1, 0, "Y"))], FixApplicability.Safe).Should().Be("aXbcdef");

    [Fact]
    public void Applies_unsafe_fixes_on_request_alone()
    {
        var unsafeFix = Find(Edit(0, 1, "X")) with { Fix = new CodeFix("Fix", FixApplicability.Unsafe, [Edit(0, 1, "X")]) };

        FixApplier.Apply(Source, [unsafeFix], FixApplicability.Safe).Should().Be("abcdef");
        FixApplier.Apply(Source, [unsafeFix], FixApplicability.Unsafe).Should().Be("Xbcdef");
    }

    [Fact]
    public void Leaves_out_findings_without_a_fix_and_those_of_other_texts()
    {
        var other = Find(Edit(0, 1, "X")) with { Source = SourceText.FromString("a", "abcdef") };

        FixApplier.Apply(Source, [other, new Diagnostic(Descriptor, Source, default, "A test.")], FixApplicability.Unsafe).Should().Be("abcdef");
    }

    private static TextEdit Edit(int start, int length, string text) => new(new TextSpan(start, length), text);

    private static Diagnostic Find(params TextEdit[] edits) => new(Descriptor, Source, edits[0].Span, "A test.") { Fix = new CodeFix("Fix", FixApplicability.Safe, [.. edits]) };
}
