using VegaGate.Diagnostics;
using VegaGate.Rules;

namespace VegaGate.Tests.Diagnostics;

public sealed class DiagnosticCategoryTests
{
    [Theory]
    [InlineData("VG0001", "syntax", "syntax")]
    [InlineData("VG5001", "pass-conditions", "pass conditions")]
    [InlineData("VG7001", "prose", "values and prose")]
    [InlineData("VG8001", "validator", "the validator")]
    public void The_first_digit_of_an_id_gives_both_words(string id, string key, string title) => DiagnosticCategory.Of(id).Should().Be(new DiagnosticCategory(key, title));

    [Fact]
    public void Every_finding_has_a_category_and_every_category_a_finding() =>
        DescriptorCatalog.All.Select(known => DiagnosticCategory.Of(known.Id)).Distinct().Should().BeEquivalentTo(DiagnosticCategory.All);
}
