namespace VegaGate.Tests.Cli.Reporting;

public sealed class GateTextTests : IDisposable
{
    private readonly ProgramFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_list_without_its_release_counts_nothing()
    {
        _folder.Write("checklists/a.yaml", ProgramFolder.List.Replace("title: A\n", "title: A\nper: release\n", StringComparison.Ordinal));

        _folder.Run("gate", "--tracker", "local").Should().Be(1);
        _folder.Output.Should().Contain("  hold for release\n  release-missing: ").And.NotContain("0 of 0").And.NotContain("--details");
        _folder.Run("gate", "--tracker", "local", "--format", "markdown").Should().Be(1);
        _folder.Output.Should().Contain("Holds `release`.").And.NotContain("0 of 0");
    }

    [Fact]
    public void From_where_the_members_of_a_team_are_is_said_in_every_format()
    {
        _folder.Write("checklists/a.yaml", ProgramFolder.List.Replace("title: A\n", "title: A\nteams: { ops: { name: Ops, github: acme/ops, members: [zev] } }\n", StringComparison.Ordinal));

        _folder.Run("gate", "--tracker", "local").Should().Be(1);
        _folder.Output.Should().Contain("  team ops: 1 member of the file, for acme/ops cannot be read from here\n");
        _folder.Run("gate", "--tracker", "local", "--format", "markdown").Should().Be(1);
        _folder.Output.Should().Contain("Team ops: 1 member of the file, for `acme/ops` cannot be read from here.");
        _folder.Run("gate", "--tracker", "local", "--format", "json").Should().Be(1);
        _folder.Output.Should().Contain("""
            "teams":[{"team":"ops","github":"acme/ops","source":"file","members":1}]
            """.Trim());
    }

    [Fact]
    public void A_run_says_where_the_reasons_are()
    {
        _folder.Write("checklists/a.yaml", ProgramFolder.List);

        _folder.Run("run", "--tracker", "local").Should().Be(0);
        _folder.Output.Should().Contain("0 of 1 clear").And.EndWith("\n`vegagate gate --details` shows every item with its reason.\ndecision: hold\n").And.NotContain("))");
    }
}
