using VegaGate.Diagnostics;
using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class MojibakeTests
{
    private static readonly Mojibake Rule = new();

    [Theory]
    [InlineData("[|ðŸŽ¯|] Goals", "🎯 Goals")]
    [InlineData("caf[|Ã©|]", "café")]
    [InlineData("[|Ã©|]tat", "état")]
    [InlineData("[|Ã‰|]tat", "État")]
    [InlineData("[|Ã\u00A0|] la carte", "à la carte")]
    [InlineData("voil[|Ã\u00A0|]", "voilà")]
    [InlineData("[|Ã–|]sterreich", "Österreich")]
    [InlineData("na[|Ã¯|]ve", "naïve")]
    [InlineData("S[|Ã£|]o Paulo", "São Paulo")]
    [InlineData("Gr[|Ã¼ÃŸ|]e", "Grüße")]
    [InlineData("[|Â£|]5", "£5")]
    [InlineData("20 [|Â°|]C", "20 °C")]
    [InlineData("[|Â©|] 2026", "© 2026")]
    [InlineData("it[|â€™|]s", "it’s")]
    [InlineData("[|â€œ|]quoted", "“quoted")]
    [InlineData("one [|â€”|] two", "one — two")]
    [InlineData("done [|âœ…|]", "done ✅")]
    [InlineData("done [|âœ“|]", "done ✓")]
    [InlineData("a [|â†’|] b", "a → b")]
    [InlineData("[|â‚¬|]5", "€5")]
    [InlineData("[|Å¼Ã³Å‚Ä‡|]", "żółć")]
    [InlineData("[|Ä°|]stanbul", "İstanbul")]
    [InlineData("[|Ð”Ð°|]", "Да")]
    [InlineData("[|æ—¥æœ¬èªž|]", "日本語")]
    [InlineData("[|ÃƒÂ©|]t", "Ã©t")]
    public void Reports_and_restores_what_was_misread(string marked, string meant)
    {
        var wrong = Markup.Parse(marked);
        var place = wrong.Text.Substring(wrong.Span.Start, wrong.Span.Length);
        var right = meant.Substring(wrong.Span.Start, meant.Length - (wrong.Text.Length - wrong.Span.Length));

        var finding = Rule.ShouldReport($"checklist: a\ntitle: \"{marked}\"\n", $"`{place}` is `{right}` that was read in the wrong encoding; write what was meant.").Single();

        finding.Fix!.Applicability.Should().Be(FixApplicability.Unsafe);
        FixApplier.Apply(finding.Source, [finding], FixApplicability.Unsafe).Should().Be($"checklist: a\ntitle: \"{meant}\"\n");
    }

    [Theory]
    [InlineData("São Paulo, naïve, £5, €5, 20 °C, © 2026")]
    [InlineData("Ã")]
    [InlineData("“AMANHÃ”")]
    [InlineData("AMANHÃ…")]
    [InlineData("AMANHÃ\u00A0!")]
    [InlineData("«Â»")]
    [InlineData("«\u00A0Â\u00A0»")]
    [InlineData("«\u00A0CAFÉ\u00A0»")]
    [InlineData("«\u00A0café\u00A0»")]
    [InlineData("“amanhã…”")]
    [InlineData("“où”… “là”…")]
    [InlineData("l’âge, pâte, hôtel, Tết, cân, tất cả")]
    [InlineData("Ä–Ö")]
    [InlineData("VÝŠKA, NÍŽE, Úžas, příští, Žižkov")]
    [InlineData("„rozkáž”")]
    [InlineData("12 Å², 3 Å³")]
    [InlineData("2×½, ½×½×½")]
    [InlineData("GROß…, “ß”")]
    [InlineData("¿Qué? ¡Olé!")]
    [InlineData("Да, это так — “да”. 日本語。 🎯")]
    [InlineData("½, ¼, ¾, ±1, §5, ¶")]
    [InlineData("â€")]
    public void Leaves_correct_text_alone(string text) => Rule.ShouldBeSilent($"checklist: a\ntitle: '{text}'\n");

    [Theory]
    [InlineData("[|Ã©|]é", "`Ã©` is `é`")]
    [InlineData("é[|Ã©Ã©|]", "`Ã©Ã©` is `éé`")]
    public void Offers_no_fix_where_something_beside_it_does_not_map_back(string marked, string words) =>
        Rule.ShouldReport($"checklist: a\ntitle: {marked}\n", words + " that was read in the wrong encoding; write what was meant.").Single().Fix.Should().BeNull();

    [Fact]
    public void Offers_no_fix_that_the_reader_would_refuse() => Rule.ShouldReport(
        "checklist: a\ntitle: a[|â€‹|]b\n", "`â€‹` is `\uFFFD` that was read in the wrong encoding; write what was meant.").Single().Fix.Should().BeNull();

    [Fact]
    public void Looks_into_comments_too() => Rule.ShouldReport(
        "checklist: a # caf[|Ã©|]\n", "`Ã©` is `é` that was read in the wrong encoding; write what was meant.");
}
