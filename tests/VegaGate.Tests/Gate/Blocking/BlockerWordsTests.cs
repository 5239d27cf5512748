using VegaGate.Checklists;
using VegaGate.Gate.Blocking;

namespace VegaGate.Tests.Gate.Blocking;

public sealed class BlockerWordsTests
{
    [Theory]
    [InlineData("Production outages: DNS is down", "Production outages", null, "DNS is down")]
    [InlineData("production-outages critical DNS is down", "Production outages", Severity.Critical, "DNS is down")]
    [InlineData("PRODUCTION  OUTAGES, high: DNS is down", "Production outages", Severity.High, "DNS is down")]
    [InlineData("\"Production outages\" low DNS is down", "Production outages", Severity.Low, "DNS is down")]
    [InlineData("“Production outages” DNS is down", "Production outages", null, "DNS is down")]
    [InlineData("Production outages in the north went on", "Production outages in the north", null, "went on")]
    [InlineData("Production outage is near", null, null, "Production outage is near")]
    [InlineData("\"Production outages is near", null, null, "\"Production outages is near")]
    [InlineData("Productionoutages is near", null, null, "Productionoutages is near")]
    [InlineData("man-in-the-middle seen", "Man-in-the-middle", null, "seen")]
    [InlineData("man in the middle seen", "Man-in-the-middle", null, "seen")]
    [InlineData("critical", null, Severity.Critical, "")]
    [InlineData("criticality is high", null, null, "criticality is high")]
    [InlineData("", null, null, "")]
    public void Finds_a_class_of_several_words_however_it_is_written(string text, string? kind, Severity? severity, string reason) =>
        BlockerWords.Read(text, ["Production outages", "Production outages in the north", "Man-in-the-middle"]).Should().Be(new BlockerWords(kind, severity, reason));

    [Theory]
    [InlineData(" production outages ", "Production outages")]
    [InlineData("Production outages in", null)]
    [InlineData("", null)]
    public void A_whole_answer_is_a_class_or_none(string answer, string? kind) => BlockerWords.ClassOf(answer, ["Production outages"]).Should().Be(kind);
}
