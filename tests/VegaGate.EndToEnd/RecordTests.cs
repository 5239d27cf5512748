using System.Text.Json;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>What was done is told, and written back into the files.</summary>
public sealed class RecordTests
{
    private const string List = """
        checklist: small
        title: Small
        people: { ann: { name: Ann, github: ann }, bea: { name: Bea, github: bea } }
        gate: { approvers: [bea] }
        sections:
          - id: all
            title: All
            items:
              # The first.
              - id: "1"
                title: One
                owners: [ann, bea]
                pass: It is there.   # really
              - { id: "2", title: Two, owners: [ann], pass: It is there too. }
              - { id: "3", title: Three, owners: [ann], pass: It is gone. }

        """;

    [Fact]
    public async Task The_log_tells_who_did_what_and_what_it_counted_as()
    {
        using var workspace = await SpokenAsync();

        var log = (await workspace.RunAsync("log", "1")).Exits(0);
        log.Lines[0].Should().Be("small: Small (embedded tracker, .vegagate/tracker.json)");
        log.Lines[1].Should().Be("  1 One (#1, done)");
        log.Lines.Skip(2).Select(line => line[24..]).Select(line => line.Contains("; text ", StringComparison.Ordinal) ? line[..line.IndexOf("; text ", StringComparison.Ordinal)] : line).Should().Equal(
            "  mallory  /done: mallory does not own small/1; it can be signed off by Ann (ann) or Bea (bea). [refused]",
            "  ann  /done: signs off: see ?[31m(#1) [counted, stands",
            "  vegagate[bot]  closed as completed: shows where the item stands, and says nothing [shown]");
        (await workspace.RunAsync("log", "nothing")).IsRefused("no checklist has an item nothing.");
        (await workspace.RunAsync("log", "--format", "markdown")).Exits(0).Output.Should().Contain("| ann | 1 One | /done: signs off: see");
        using var json = JsonDocument.Parse((await workspace.RunAsync("log", "small", "--format", "json")).Exits(0).Output);
        json.RootElement.GetProperty("version").GetInt32().Should().Be(1);
        var items = json.RootElement.GetProperty("checklists")[0].GetProperty("items");
        items.EnumerateArray().Select(item => item.GetProperty("entries").GetArrayLength()).Should().Equal(3, 1, 0);
        items[0].GetProperty("entries")[1].GetProperty("stands").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task A_record_is_written_once_changes_no_other_byte_and_leaves_nothing_to_sync()
    {
        using var workspace = await SpokenAsync();

        (await workspace.RunAsync("record")).IsRefused("there are no pull requests on the embedded tracker, .vegagate/tracker.json: use --write to write the files, or --diff to see what would be written.");
        (await workspace.RunAsync("record", "--diff")).Exits(1).Output.Should().StartWith("--- a/checklists/list.yaml\n").And.Contain("+        status: done\n");
        workspace.Read("checklists/list.yaml").Should().Be(List);
        (await workspace.RunAsync("record", "--write")).Exits(0).Lines[0].Should().Be("checklists/list.yaml: 4 changes");

        var text = workspace.Read("checklists/list.yaml");
        text.Should().MatchRegex("(?s)owners: \\[ann, bea\\]\n        status: done\n        pass: It is there\\.   # really\n        sign-offs:\n          - \\{ by: ann, at: [0-9TZ:-]+, issue: 1, text: \"?[0-9a-f]{16}\"? \\}\n      - \\{ id: \"2\", ");
        text.Should().Contain("owners: [ann], status: blocked, pass: It is there too., blocked: { since: ").And.Contain(", reason: \"no \\\"way\\\", { it: hangs } # at all\", severity: high } }\n");
        (await workspace.RunAsync("record", "--write")).Exits(0).Output.Should().StartWith("nothing to record: ");
        (await workspace.RunAsync("record", "--diff")).Exits(0).Output.Should().BeEmpty();
        workspace.Read("checklists/list.yaml").Should().Be(text);
        (await workspace.RunAsync("validate", "checklists")).Exits(0).Output.Should().Be("1 file checked: no findings\n");
        (await workspace.RunAsync("plan")).Exits(0).Output.Should().StartWith("plan: nothing changed");
    }

    [Fact]
    public async Task A_sign_off_that_the_issue_does_not_bear_out_is_found_and_corrected()
    {
        using var workspace = await SpokenAsync();
        workspace.Replace("checklists/list.yaml", "pass: It is gone.", "pass: It is gone., status: done, sign-offs: [{ by: ann, at: 2026-03-01T09:12:00Z, issue: 3 }]");

        (await workspace.RunAsync("gate")).Exits(1).Output.Should().Contain("  notice: checklists/list.yaml:15:100: warning VG3015: The sign-off of `3` by `ann` is not borne out by #3: it shows no sign-off by that person.\n");
        (await workspace.RunAsync("record", "--write")).Exits(0).Error.Should().StartWith("checklists/list.yaml:15:100: warning VG3015: The sign-off of `3` by `ann` is not borne out");
        workspace.Read("checklists/list.yaml").Should().Contain("title: Three, owners: [ann], pass: It is gone., status: todo }\n");
        (await workspace.RunAsync("record", "--write")).Exits(0).Error.Should().BeEmpty();
    }

    [Fact]
    public async Task A_list_that_is_walked_per_release_gets_a_file_for_each()
    {
        using var workspace = Workspace.With(List.Replace("title: Small", "title: Small\nper: release", StringComparison.Ordinal));
        (await workspace.RunAsync("apply", "--release", "v1.0")).Exits(0);
        (await workspace.RunAsync("say", "3", "/done", "--as", "ann", "--release", "v1.0")).Exits(0);
        var before = workspace.Read("checklists/list.yaml");

        (await workspace.RunAsync("record", "--write", "--release", "v1.0")).Exits(0).Output.Should().StartWith("checklists/records/small/v1.0.yaml: 4 changes\n");

        workspace.Read("checklists/list.yaml").Should().Be(before);
        workspace.Read("checklists/records/small/v1.0.yaml").Should().Contain("record: small\nrelease: v1.0\nitems:\n").And.Contain("  - id: \"3\"\n    status: done\n    sign-offs:\n");
        (await workspace.RunAsync("validate", "checklists")).Exits(0).Output.Should().Be("2 files checked: no findings\n");
        (await workspace.RunAsync("record", "--write", "--release", "v1.0")).Exits(0).Output.Should().StartWith("nothing to record: ");
        (await workspace.RunAsync("plan", "--release", "v1.0")).Exits(0).Output.Should().StartWith("plan: nothing changed");
        (await workspace.RunAsync("record", "--write")).Exits(0).Error.Should().StartWith("note: checklists/list.yaml is left out: it is walked for each release");
    }

    private static async Task<Workspace> SpokenAsync()
    {
        var workspace = Workspace.With(List);
        (await workspace.RunAsync("apply")).Exits(0);
        (await workspace.RunAsync("say", "1", "/done", "--as", "mallory")).Exits(1);
        (await workspace.RunAsync("say", "1", "/done see \u001b[31m(#1)", "--as", "ann")).Exits(0);
        (await workspace.RunAsync("say", "2", "/block high no \"way\", { it: hangs } # at all", "--as", "bea")).Exits(0);
        return workspace;
    }
}
