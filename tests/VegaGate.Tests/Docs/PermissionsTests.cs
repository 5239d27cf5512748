using System.Text.RegularExpressions;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Doctor;
using VegaGate.Tests.Cli;

namespace VegaGate.Tests.Docs;

/// <summary>What the manual says of permissions, what the doctor looks for, and what the workflows grant are one.</summary>
public sealed class PermissionsTests
{
    private static readonly Row[] Table = ReadTable();

    [Fact]
    public void The_manual_says_for_every_command_what_the_doctor_looks_for()
    {
        Table.Where(row => row.Of is null).Select(row => row.Command).Should().BeEquivalentTo(CommandPermissions.Needs.Keys);
        foreach (var row in Table)
            row.Needed.Should().Equal(CommandPermissions.Needs[row.Command], row.Command);
    }

    [Fact]
    public void The_workflows_of_this_repository_grant_what_the_manual_says() => Look(Repository.Root, "release.yml", 5);

    [Theory]
    [InlineData("--reusable")]
    [InlineData("--phases")]
    public void The_workflows_that_init_writes_grant_what_the_manual_says(string option)
    {
        using var folder = new ProgramFolder();
        folder.Run("init", "--action", "acme/vegagate@0123456789012345678901234567890123456789", option).Should().Be(0, folder.Error);

        Look(folder.Path, "release-gate.yml", 4);
    }

    [Fact]
    public void Whoever_calls_the_reusable_gate_grants_what_it_asks_for()
    {
        var gate = Repository.ReadText(".github/workflows/gate.yml");
        var asked = Grants(gate[gate.IndexOf("\njobs:", StringComparison.Ordinal)..]).Single();
        var callers = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "examples"), "*.yml").SelectMany(file => Regex.Split(File.ReadAllText(file), @"\n\n  (?=[a-z-]+:\n)", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Where(job => job.Contains("uses: ./.github/workflows/gate.yml\n", StringComparison.Ordinal)).ToArray();

        asked.Should().NotBeEmpty();
        callers.Should().HaveCountGreaterThan(4);
        foreach (var job in callers)
            Grants(job).Should().ContainSingle(job).Which.Should().Equal(asked, job);
    }

    private static void Look(string folder, string release, int least)
    {
        var workflows = WorkflowFile.ReadAll(folder);

        workflows.Should().HaveCountGreaterThanOrEqualTo(least).And.OnlyContain(workflow => workflow.Problem == null);
        foreach (var (workflow, call) in workflows.SelectMany(workflow => workflow.Calls.Select(call => (workflow, call))))
        {
            var rows = Table.Where(row => row.Command == call.Command && (row.Of is null || workflow.Path.EndsWith($"/{release}", StringComparison.Ordinal)));
            foreach (var permission in rows.SelectMany(row => row.Needed.Concat(row.ForSome)))
                call.Has(permission).Should().BeTrue("{0}: {1} runs {2}, which takes {3}", workflow.Path, call.Job, call.Command, permission);
        }
    }

    /// <summary>Each block of permissions in a workflow, without its comments.</summary>
    private static IEnumerable<string[]> Grants(string text) =>
        Regex.Matches(text, @"\n    permissions:\n(?<lines>(?: {6}.*\n?)+)", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(match => match.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#')).ToArray());

    private static Row[] ReadTable()
    {
        var page = Repository.ReadText("docs/action.md");
        return
        [
            .. page[page.IndexOf("## Permissions", StringComparison.Ordinal)..].Split('\n').SkipWhile(line => !line.StartsWith("| ---", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Split('|')).Select(cells => new Row(Words(cells[1])[0], cells[1].Contains(" of ", StringComparison.Ordinal) ? cells[1] : null, Permissions(cells[2]), Permissions(cells[3]))),
        ];
    }

    private static string[] Words(string cell) => [.. Regex.Matches(cell, "`(?<word>[^`]+)`", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["word"].Value)];

    private static JobPermission[] Permissions(string cell) => [.. Words(cell).Where(word => word.Contains(": ", StringComparison.Ordinal)).Select(word => word.Split(": ")).Select(parts => new JobPermission(parts[0], parts[1]))];

    /// <summary>A row of the table.</summary>
    /// <param name="Of">What the command is for, where the row is for that alone.</param>
    private sealed record Row(string Command, string? Of, JobPermission[] Needed, JobPermission[] ForSome);
}
