using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>A person who is called otherwise in the file: the label is renamed with its usage kept.</summary>
public sealed class RenamedLabelTests : HttpTests
{
    private const string Before = "  kate: { name: Kate, github: kate }";
    private const string After = "  katherine: { name: Kate, github: kate, was: kate }";

    [Fact]
    public async Task The_label_of_a_renamed_owner_costs_one_write_whatever_has_it()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        Write(syncs, Before, "kate");
        (await syncs.RunFreshAsync("apply")).Exits(0);
        // People use it too, and GitHub knows a label in any case.
        await GitHub.SendAsync(HttpMethod.Post, "issues", TestSeed.Admin, new { title = "Asked by a person", labels = new[] { "Owner:Kate" } }, 201);
        Write(syncs, After, "katherine");
        await GitHub.ResetAsync();

        (await syncs.RunFreshAsync("plan")).Exits(0).Output.Should().StartWith("  rename    label owner:kate -> owner:katherine, with its 2 issues\nplan: 1 label to rename, 3 as they should be");
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);
        (await syncs.RunFreshAsync(new LeapingTime(), "apply")).Exits(0);

        (await GitHub.RequestsOfJobsAsync()).Where(request => request.IsWrite).Select(request => request.ToString()).Should().Equal("PATCH /repos/acme/widgets/labels/owner%3Akate 200");
        (await GitHub.IssuesAsync()).Where(issue => issue.Labels.Contains("owner:katherine", StringComparer.Ordinal)).Select(issue => issue.Number).Should().Equal(1, 2, 4);
        (await RepositoryState.ReadAsync(GitHub)).Should().Contain("label owner:katherine a8dadc Answers for the item").And.NotContain("owner:kate ");
        (await syncs.RunFreshAsync("plan")).Exits(0).Output.Should().StartWith("plan: nothing changed, 3 as they should be");
    }

    [Fact]
    public async Task Where_somebody_made_the_new_label_each_issue_is_relabelled()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        Write(syncs, Before, "kate");
        (await syncs.RunFreshAsync("apply")).Exits(0);
        await GitHub.SendAsync(HttpMethod.Post, "labels", TestSeed.Admin, new { name = "Owner:Katherine", color = "123456" }, 201);
        Write(syncs, After, "katherine");

        (await syncs.RunFreshAsync(new LeapingTime(), "apply")).Exits(0);

        (await GitHub.ItemsAsync()).Should().OnlyContain(issue => issue.Labels.Contains("Owner:Katherine", StringComparer.Ordinal) && !issue.Labels.Contains("owner:kate", StringComparer.Ordinal));
        (await RepositoryState.ReadAsync(GitHub)).Should().Contain("label Owner:Katherine 123456");
        (await syncs.RunFreshAsync("plan")).Exits(0).Output.Should().StartWith("plan: nothing changed, 3 as they should be");
    }

    private static void Write(Syncs syncs, string person, string owner) => syncs.Workspace.Write(
        "checklists/list.yaml",
        $"checklist: list\ntitle: List\npeople:\n{person}\nsections:\n  - id: all\n    title: All\n    items:\n      - {{ id: a, title: One, owners: {owner}, pass: It is there. }}\n      - {{ id: b, title: Two, owners: {owner}, pass: It is there. }}\n");
}
