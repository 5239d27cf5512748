using VegaGate.Tracking;

namespace VegaGate.Tests.Tracking;

public sealed class IssueMarkerTests
{
    private const string Valid = "<!-- vegagate v=1 id=a/1.1 fp=00112233 since=created status=todo base=t,b,a,m -->";

    private static readonly MarkerBase Base = new("t", "b", "a", "m");

    public static TheoryData<string> Unreadable { get; } =
    [
        "",
        "text",
        " " + Valid,
        "\n" + Valid,
        "\ufeff" + Valid,
        "text\n" + Valid,
        "```\n" + Valid + "\n```",
        Valid + "\n" + Valid,
        Valid + " and <!-- vegagate v=2 -->",
        Valid.Replace("v=1", "v=2", StringComparison.Ordinal),
        Valid.Replace("v=1", "v=10", StringComparison.Ordinal),
        Valid.Replace("vegagate", "VegaGate", StringComparison.Ordinal),
        Valid.Replace(" -->", "", StringComparison.Ordinal),
        Valid.Replace(" -->", "-->", StringComparison.Ordinal),
        Valid.Replace(" id=a/1.1", "", StringComparison.Ordinal),
        Valid.Replace(" fp=00112233", "", StringComparison.Ordinal),
        Valid.Replace(" since=created", "", StringComparison.Ordinal),
        Valid.Replace(" status=todo", "", StringComparison.Ordinal),
        Valid.Replace(" base=t,b,a,m", "", StringComparison.Ordinal),
        Valid.Replace("id=a/1.1", "id=", StringComparison.Ordinal),
        Valid.Replace("fp=00112233", "fp=", StringComparison.Ordinal),
        Valid.Replace("status=todo", "status=", StringComparison.Ordinal),
        Valid.Replace("id=a/1.1", "id=a/1.1 id=a/1.2", StringComparison.Ordinal),
        Valid.Replace("id=", "=", StringComparison.Ordinal),
        Valid.Replace("fp=", "fp", StringComparison.Ordinal),
        Valid.Replace(" fp=", "  fp=", StringComparison.Ordinal),
        Valid.Replace(" fp=", "\nfp=", StringComparison.Ordinal),
        Valid.Replace("since=created", "since=yesterday", StringComparison.Ordinal),
        Valid.Replace("since=created", "since=2026-03-01", StringComparison.Ordinal),
        Valid.Replace("since=created", "since=2026-03-01T09:00:00", StringComparison.Ordinal),
        Valid.Replace("base=t,b,a,m", "base=t,b,a", StringComparison.Ordinal),
        Valid.Replace("base=t,b,a,m", "base=t,b,a,m,x", StringComparison.Ordinal),
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("2026-03-01T09:00:00Z")]
    [InlineData("2026-03-01T09:00:00.1234567+02:00")]
    public void Reads_what_it_writes(string? since)
    {
        var marker = new IssueMarker("list@1.2/#handoff/build", "0011223344556677", since is null ? null : DateTimeOffset.Parse(since), "in-progress", Base);

        IssueMarker.Read(marker.ToString()).Should().Be(marker);
        IssueMarker.Read($"{marker}\n\ntext").Should().Be(marker);
        IssueMarker.Read($"{marker}\r\n\r\ntext\r\n").Should().Be(marker, "GitHub's editor ends lines with CR LF");
        marker.ToString().Should().StartWith("<!-- ").And.EndWith(" -->").And.NotContain("\n");
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Refuses_a_marker_that_is_not_first_alone_and_whole(string body) => IssueMarker.Read(body).Should().BeNull();

    [Fact]
    public void Passes_over_fields_of_later_versions() =>
        IssueMarker.Read(Valid.Replace(" -->", " new=1 -->", StringComparison.Ordinal)).Should().Be(new IssueMarker("a/1.1", "00112233", null, "todo", Base));

    [Theory]
    [InlineData(Valid + "\r\ntext\r\n", "\r\ntext\r\n")]
    [InlineData(Valid, "")]
    [InlineData("<!-- vegagate v=1 broken -->\ntext", "\ntext")]
    [InlineData("<!-- vegagate v=1 never closed", "<!-- vegagate v=1 never closed")]
    [InlineData("text\n" + Valid, "text\n" + Valid)]
    [InlineData("", "")]
    public void Strips_the_marker_and_nothing_else(string body, string expected) => IssueMarker.Strip(body).Should().Be(expected);
}
