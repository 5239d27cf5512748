using VegaGate.Documents;
using VegaGate.Tracking;

namespace VegaGate.Tests.Documents;

public sealed class IssueImportTests
{
    [Fact]
    public void Issues_become_items_that_name_them_with_their_people_and_state()
    {
        var result = IssueImport.Read("launch", [Issue(7, "Open the doors", assignees: ["Ada-L"], labels: ["launch", "ops"]), Issue(9, "Look around", isOpen: false, as_: CloseReason.Completed)], "GitHub a/b", null);

        Imports.ShouldBeValid(result.Yaml!);
        var list = Imports.List(result);
        list.Name.Should().Be("launch");
        list.Items.Select(item => $"{item.Id!.Value} {item.Title!.Value} {item.RecordedStatus}").Should().Equal("issue-7 Open the doors Todo", "issue-9 Look around Done");
        list.Items.Select(item => string.Join(' ', Imports.Owners(item))).Should().Equal("ada-l", "unassigned");
        list.People.FindPerson("ada-l")!.Login!.Value.Should().Be("Ada-L");
        list.Items.Select(item => item.Issue!.Value).Should().Equal("7", "9");
        list.Items[0].Should().BeEquivalentTo(new { Notes = (string?)null, Evidence = (string?)null, Labels = Array.Empty<string>() }, "they stay on the issue");
        result.Findings.Select(finding => finding.Descriptor.Id).Should().Equal("VG9009");
    }

    [Fact]
    public void What_a_list_keeps_already_and_what_was_dropped_is_left_out_and_said()
    {
        var ours = new IssueMarker("a/1", "fp", null, "todo", new MarkerBaseline("a", "b", "c", "d")).ToString();

        var result = IssueImport.Read("launch", [Issue(1, "Ours", body: ours), Issue(2, "Dropped", isOpen: false, as_: CloseReason.NotPlanned), Issue(3, "Locked") with { IsLocked = true }], "GitHub a/b", null);

        result.Yaml.Should().BeNull();
        result.Findings.Select(finding => finding.Descriptor.Id).Should().Equal("VG9001", "VG9004", "VG9004", "VG9004");
        result.Findings.Skip(1).Select(finding => finding.Message).Should().Equal(
            "Issue #1 is left out: a checklist keeps it already.", "Issue #2 is left out: it was closed as not planned.", "Issue #3 is left out: it is locked, so that owners could not answer there.");
    }

    [Fact]
    public void Hostile_issues_stay_text()
    {
        const string Hostile = "a\r\n# b: [x] {y} *z &q \u0007 \"' <!-- -->";

        var result = IssueImport.Read("la: bel", [Issue(1, Hostile, body: Hostile, assignees: ["dependabot[bot]"])], "GitHub a/b", "n");

        Imports.ShouldBeValid(result.Yaml!);
        Imports.List(result).Items[0].Title!.Value.Should().Be("a # b: [x] {y} *z &q \u0007 \"' <!-- -->");
    }

    private static TrackedIssue Issue(int number, string title, string body = "", bool isOpen = true, CloseReason? as_ = null, string[]? assignees = null, string[]? labels = null) => new()
    {
        Number = number,
        Title = title,
        Body = body,
        IsOpen = isOpen,
        ClosedAs = as_,
        Assignees = [.. assignees ?? []],
        Labels = [.. labels ?? ["launch"]],
        Author = new Actor("somebody", 1, false),
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        Url = $"https://example.org/{number}",
    };
}
