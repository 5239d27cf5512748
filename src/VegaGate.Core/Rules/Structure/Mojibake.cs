using System.Globalization;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Rules.Structure;

/// <summary>UTF-8 that a program took for Windows-1252, such as <c>Ã©</c> for é: who reads it guesses, and who signs it off signs something else than was meant.</summary>
public sealed class Mojibake : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1015", "mojibake", DiagnosticSeverity.Warning, "A text was read in the wrong encoding and saved as such.");

    public override RulePage Page => new(
        "Text that was UTF-8, was read as Windows-1252, and was saved as what came out of it, such as `Ã©` for `é`, `â€œ` for an opening quote, or four odd letters for an emoji. It is found where the characters map back to valid UTF-8 and do not stand so in correct text.",
        "Such text goes into the issues, and is what is signed off. It grows worse with each program that makes the same mistake again, until nobody can tell what it said.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: ðŸŽ¯ Confirm the cafÃ©â€™s scope., owners: zev }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: 🎯 Confirm the café’s scope., owners: zev }
        """,
        "Writes the characters that the bytes stood for, where all that stands together maps back. It is unsafe: the characters may be meant as they are, for example in a text about encodings.")
    {
        FixSafety = FixApplicability.Unsafe,
    };

    public override void Check(RuleContext context)
    {
        if (context.Source.IsAscii)
            return;
        var text = context.Source.Text;
        for (var at = 0; at < text.Length;)
        {
            if (MisreadRun.At(text, at) is not { } run)
            {
                at++;
                continue;
            }

            if (run.IsCertain)
                Report(context, new TextSpan(at, run.Length), run.Meant);
            at += run.Length;
        }
    }

    private void Report(RuleContext context, TextSpan place, string meant)
    {
        var text = context.Source.Text;
        var isWhole = !(place.Start > 0 && MisreadRun.MayBelong(text[place.Start - 1])) && !(place.End < text.Length && MisreadRun.MayBelong(text[place.End]));
        var fix = isWhole && IsVisible(meant) ? new CodeFix($"Write {Quote.Of(meant)}", FixApplicability.Unsafe, [new(place, meant)]) : null;
        context.Report(this, place, $"{Quote.Of(context.Source.GetText(place))} is {Quote.Of(meant)} that was read in the wrong encoding; write what was meant.", fix);
    }

    /// <summary>Whether the reader takes every character: some that a broken text stands for are refused.</summary>
    private static bool IsVisible(string meant)
    {
        foreach (var rune in meant.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return false;
        }

        return true;
    }
}
