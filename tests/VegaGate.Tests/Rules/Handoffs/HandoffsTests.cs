using VegaGate.Rules.Handoffs;

namespace VegaGate.Tests.Rules.Handoffs;

public sealed class HandoffsTests
{
    [Fact]
    public void Reports_who_would_receive_their_own_work() => new HandoffToItself().ShouldReport(
        """
        checklist: a
        phases:
          - { id: p, owners: kilo, handoff: { to: [|kilo|] } }
          - { id: q, owners: kilo, handoff: { from: cline, to: [kilo, [|cline|]] } }
          - { id: r, owners: kilo, handoff: { to: cline } }
          - { id: s }
        """,
        "`kilo` hands this phase over, and cannot receive it too; name somebody else under `to`.",
        "`cline` hands this phase over, and cannot receive it too; name somebody else under `to`.");

    [Theory]
    [InlineData("/etc/passwd", "is absolute")]
    [InlineData(@"\\server\share", "is absolute")]
    [InlineData("C:/report.md", "begins with a drive letter")]
    [InlineData("~/report.md", "begins in somebody's home")]
    [InlineData(@"docs\report.md", "has backslashes")]
    [InlineData("../report.md", "leaves the repository by `..`")]
    [InlineData("docs/../report.md", "leaves the repository by `..`")]
    [InlineData("docs/..", "leaves the repository by `..`")]
    public void Reports_a_path_that_leaves_the_repository(string path, string fault) => new PathLeavesRepository().ShouldReport(
        $"checklist: a\nphases: [{{ id: p, handoff: {{ to: zev, artifacts: [{{ name: N, path: [|'{path}'|] }}] }} }}]\n",
        $"The path `{path}` {fault}; write it from the root of the repository, with forward slashes.");

    [Theory]
    [InlineData("docs/report..md")]
    [InlineData("**/*.md")]
    [InlineData("./a")]
    [InlineData("...")]
    public void Leaves_a_path_of_the_repository_alone(string path) => new PathLeavesRepository().ShouldBeSilent(
        $"checklist: a\nphases: [{{ id: p, handoff: {{ to: zev, artifacts: [{{ name: N, path: '{path}' }}, {{ name: M }}] }} }}, {{ id: q }}]\n");

    [Theory]
    [InlineData("docs.example.com report", "has a blank")]
    [InlineData("docs.example.com/report", "does not begin with `https://` or `http://`")]
    [InlineData("/report", "does not begin with `https://` or `http://`")]
    [InlineData("ftp://docs.example.com/report", "does not begin with `https://` or `http://`")]
    [InlineData("javascript:alert(1)", "does not begin with `https://` or `http://`")]
    [InlineData("https://", "has no host")]
    [InlineData("https:///report", "has no host")]
    [InlineData("https://zev:secret@docs.example.com/report", "has a name or password before its host")]
    [InlineData("https://zev@docs.example.com/report", "has a name or password before its host")]
    public void Reports_an_address_that_is_none(string url, string fault) => new MalformedUrl().ShouldReport(
        $"checklist: a\nphases: [{{ id: p, handoff: {{ to: zev, artifacts: [{{ name: N, url: [|'{url}'|] }}] }} }}]\n",
        $"This address {fault}; write all of it, such as `https://docs.example.com/report`.");

    [Theory]
    [InlineData("https://docs.example.com/report?a=b#c")]
    [InlineData("HTTP://localhost:8080")]
    public void Leaves_an_address_of_a_page_alone(string url) => new MalformedUrl().ShouldBeSilent(
        $"checklist: a\nphases: [{{ id: p, handoff: {{ to: zev, artifacts: [{{ name: N, url: '{url}' }}, {{ name: M }}] }} }}, {{ id: q }}]\n");

    [Fact]
    public void Looks_at_every_path_of_a_list() => new PathLeavesRepository().ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - id: a
                verify:
                  - file: { path: [|../report.md|] }
                  - text: { in: [docs/, [|/etc/passwd|]], present: x }
                  - text: { in: [|~/notes.md|], present: x }
                  - check: { name: ../x }
        communication: { status-update: { every: 1d, template: [|../STATUS.md|] } }
        related:
          - { title: R, path: [|C:/readme.md|] }
          - { title: S, url: "https://example.com/../x" }
        """,
        "The path `../report.md` leaves the repository by `..`; write it from the root of the repository, with forward slashes.",
        "The path `/etc/passwd` is absolute; write it from the root of the repository, with forward slashes.",
        "The path `~/notes.md` begins in somebody's home; write it from the root of the repository, with forward slashes.",
        "The path `../STATUS.md` leaves the repository by `..`; write it from the root of the repository, with forward slashes.",
        "The path `C:/readme.md` begins with a drive letter; write it from the root of the repository, with forward slashes.");

    [Fact]
    public void Reports_levels_that_do_not_rise() => new LevelsDoNotRise().ShouldReport(
            """
            checklist: a
            escalation:
              levels:
                - { after: 0m, notify: a, do: D }
                - { after: 60m, notify: a, do: D }
                - { after: [|1h|], notify: a, do: D }
                - { after: soon, notify: a, do: D }
                - { after: unresolved, notify: a, do: D }
                - { after: [|1w|], notify: a, do: D }
            """,
            "This level comes after `1h`, but the one before it after `60m`; put the levels in rising order.",
            "This level comes after `1w`, but the one before it after `unresolved`; put the levels in rising order.")[0]
        .Related.Should().ContainSingle().Which.Message.Should().Be("The level before.");
}
