using VegaGate.Format;

namespace VegaGate.Tests.Format;

public sealed class ScalarsTests
{
    private const string Forty = "a123456789012345678901234567890123456789";

    [Theory]
    [InlineData("a", true)]
    [InlineData("go-live", true)]
    [InlineData("7-days", true)]
    [InlineData(Forty, true)]
    [InlineData(Forty + "0", false)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("A", false)]
    [InlineData("a.b", false)]
    [InlineData("\u00E4", false)]
    public void Slugs(string value, bool accepted) => Scalars.Slug.Accepts(value).Should().Be(accepted);

    [Theory]
    [InlineData("1.10", true)]
    [InlineData("A_b-c.d", true)]
    [InlineData(Forty, true)]
    [InlineData(Forty + "0", false)]
    [InlineData("#a", false)]
    [InlineData(".a", false)]
    [InlineData("a b", false)]
    [InlineData("\u0430", false)]
    public void Identifiers(string value, bool accepted) => Scalars.Identifier.Accepts(value).Should().Be(accepted);

    [Theory]
    [InlineData("octo-cat", true)]
    [InlineData(Forty, false)]
    [InlineData("a/b", false)]
    [InlineData("@a", false)]
    public void Logins(string value, bool accepted) => Scalars.Login.Accepts(value).Should().Be(accepted);

    [Theory]
    [InlineData("org/team", true)]
    [InlineData("org", false)]
    [InlineData("org/", false)]
    [InlineData("/team", false)]
    [InlineData("org/team/x", false)]
    public void Team_logins(string value, bool accepted) => Scalars.TeamLogin.Accepts(value).Should().Be(accepted);

    [Theory]
    [InlineData("1", 1L)]
    [InlineData("007", 7L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("+1", null)]
    [InlineData(" 1", null)]
    [InlineData("1.0", null)]
    [InlineData("\u0661", null)]
    public void Positive_numbers(string value, long? expected) => Scalars.ParsePositive(value).Should().Be(expected);

    [Theory]
    [InlineData("2028-02-29", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("2026-2-9", false)]
    [InlineData("29.02.2028", false)]
    public void Dates(string value, bool accepted) => Scalars.Date.Accepts(value).Should().Be(accepted);

    [Theory]
    [InlineData("2026-03-01T09:12:00Z", "2026-03-01T09:12:00.0000000+00:00")]
    [InlineData("2026-03-01T09:12Z", "2026-03-01T09:12:00.0000000+00:00")]
    [InlineData("2026-03-01T09:12:00.5Z", "2026-03-01T09:12:00.5000000+00:00")]
    [InlineData("2026-03-01T09:12:00", null)]
    [InlineData("2026-03-01T09:12:00+01:00", null)]
    [InlineData("2026-03-01 09:12:00Z", null)]
    [InlineData("2026-03-01T24:00:00Z", null)]
    public void Instants(string value, string? expected) => Scalars.ParseInstant(value)?.ToString("O").Should().Be(expected);

    [Theory]
    [InlineData("0m", 0)]
    [InlineData("15m", 15)]
    [InlineData("2h", 120)]
    [InlineData("3d", 4320)]
    [InlineData("1w", 10080)]
    [InlineData("9999w", 100789920)]
    [InlineData("10000m", null)]
    [InlineData("m", null)]
    [InlineData("1", null)]
    [InlineData("1s", null)]
    [InlineData("-1h", null)]
    [InlineData("1.5h", null)]
    [InlineData("1 h", null)]
    public void Durations(string value, int? minutes) => Scalars.ParseDuration(value)?.TotalMinutes.Should().Be(minutes);

    [Theory]
    [InlineData("3f9a1c7e", true)]
    [InlineData("3F9A1C7E", false)]
    [InlineData("3f9a1c7", false)]
    public void Fingerprints(string value, bool accepted) => Scalars.Fingerprint.Accepts(value).Should().Be(accepted);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", true)]
    [InlineData("True", false)]
    [InlineData("yes", false)]
    public void Booleans(string value, bool accepted) => Scalars.Boolean.Accepts(value).Should().Be(accepted);

    [Theory]
    [InlineData("a", true)]
    [InlineData(" a ", true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData(" \t ", false)]
    [InlineData("\u00A0\u3000", false)]
    public void Blanks_alone_are_no_text(string value, bool accepted)
    {
        Scalars.Text.Accepts(value).Should().Be(accepted);
        Scalars.Line.Accepts(value).Should().Be(accepted);
    }
}
