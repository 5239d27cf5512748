namespace VegaGate.Tests.Cli;

public sealed class FixingTests : IDisposable
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;

    private static readonly string Fixed = ProgramFolder.List.Replace("1.10", "\"1.10\"", StringComparison.Ordinal);

    private readonly ProgramFolder _folder = new ProgramFolder().Write("checklists/a.yaml", ProgramFolder.List);

    [Fact]
    public void Keeps_the_mode_of_a_file_and_leaves_nothing_beside_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(_folder.Of("checklists/a.yaml"), Mode);

        _folder.Run("validate", "checklists", "--fix").Should().Be(0);

        _folder.Read("checklists/a.yaml").Should().Be(Fixed);
        File.GetUnixFileMode(_folder.Of("checklists/a.yaml")).Should().Be(Mode);
        Directory.GetFileSystemEntries(_folder.Of("checklists")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("link.yaml")]
    [InlineData("linked/a.yaml")]
    [InlineData("linked")]
    public void Writes_through_no_link(string named)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(_folder.Of("link.yaml"), _folder.Of("checklists/a.yaml"));
        Directory.CreateSymbolicLink(_folder.Of("linked"), _folder.Of("checklists"));

        _folder.Run("validate", named, "--fix").Should().Be(1);

        _folder.Error.Should().EndWith("is reached by a link, and nothing is written through one.\n");
        _folder.Output.Should().Contain("VG1008", "it is still there");
        _folder.Read("checklists/a.yaml").Should().Be(ProgramFolder.List);

        _folder.Run("validate", named, "--diff").Should().Be(1);
        _folder.Output.Should().BeEmpty("nothing would change");
        _folder.Error.Should().EndWith("is reached by a link, and nothing is written through one.\n0 of 1 file would change.\n");
        File.ResolveLinkTarget(_folder.Of("link.yaml"), returnFinalTarget: false).Should().NotBeNull();
    }

    [Fact]
    public void Leaves_what_was_left_beside_a_file_by_somebody_else()
    {
        _folder.Write("checklists/.a.yaml.vegagate-tmp", "theirs");

        _folder.Run("validate", "checklists", "--fix").Should().Be(1);

        _folder.Error.Should().Contain("checklists/a.yaml cannot be written: ");
        _folder.Read("checklists/a.yaml").Should().Be(ProgramFolder.List);
        _folder.Read("checklists/.a.yaml.vegagate-tmp").Should().Be("theirs");
    }

    [Fact]
    public void A_difference_does_not_pass_where_the_configuration_has_an_error()
    {
        _folder.Write("checklists/a.yaml", ProgramFolder.List.Replace("1.10", "\"1.10\"", StringComparison.Ordinal));
        _folder.Write(".vegagate.yaml", "foo: 1\n");

        _folder.Run("validate", "checklists", "--diff").Should().Be(1);
        _folder.Error.Should().StartWith(".vegagate.yaml:1:1: error VG8001: ").And.EndWith("0 of 1 file would change.\n");
    }

    [Fact]
    public void Findings_of_the_configuration_stand_in_their_place_and_a_folder_that_holds_it_does_not_make_it_a_list()
    {
        _folder.Write(".vegagate.yaml", "foo: 1\n");
        _folder.Write("-x.yaml", "checklist: x\n");

        _folder.Run("validate", "--format", "console", "--", ".").Should().Be(1);

        _folder.Output.Split('\n').Where(line => line.Contains(" VG", StringComparison.Ordinal)).Select(line => line.Split(':')[0]).Should().BeInAscendingOrder(StringComparer.Ordinal)
            .And.ContainSingle(path => path == ".vegagate.yaml");
    }

    [Fact]
    public void Shows_a_difference_that_git_applies_and_writes_nothing()
    {
        _folder.Run("validate", "checklists", "--diff").Should().Be(1);

        _folder.Output.Should().Be("--- a/checklists/a.yaml\n+++ b/checklists/a.yaml\n@@ -6,6 +6,6 @@\n     title: S\n     owners: zev\n     items:\n-      - id: 1.10\n+      - id: \"1.10\"\n         title: T\n         pass: P\n");
        _folder.Error.Should().Be("1 of 1 file would change.\n");
        _folder.Read("checklists/a.yaml").Should().Be(ProgramFolder.List);
        _folder.Write("p.patch", _folder.Output).Git("apply", "p.patch");
        _folder.Read("checklists/a.yaml").Should().Be(Fixed);
        _folder.Run("validate", "checklists", "--diff").Should().Be(0);
        _folder.Output.Should().BeEmpty();
    }

    [Fact]
    public void Shows_nothing_but_still_fails_where_an_error_has_no_fix()
    {
        _folder.Write("checklists/a.yaml", Fixed.Replace("zev\n    items", "nobody\n    items", StringComparison.Ordinal));

        _folder.Run("validate", "checklists", "--diff").Should().Be(1);

        _folder.Output.Should().BeEmpty();
    }

    [Fact]
    public void Leaves_files_alone_that_the_configuration_leaves_out_unless_they_are_named()
    {
        _folder.Write("checklists/old/b.yaml", ProgramFolder.List).Write(".vegagate.yaml", "checklists: { exclude: checklists/old/ }\n");

        _folder.Run("validate", "checklists", "--fix").Should().Be(0);

        _folder.Read("checklists/old/b.yaml").Should().Be(ProgramFolder.List);
        _folder.Run("validate", "checklists/old/b.yaml", "--fix").Should().Be(0);
        _folder.Read("checklists/old/b.yaml").Should().Be(Fixed);
    }

    [Fact]
    public void Needs_to_know_what_to_do_with_unsafe_fixes()
    {
        _folder.Run("validate", "checklists", "--unsafe-fixes").Should().Be(2);
        _folder.Error.Should().Be("vegagate: --unsafe-fixes goes with --fix or --diff.\n");
        _folder.Run("validate", "checklists", "--fix", "--unsafe-fixes").Should().Be(0);
        _folder.Read("checklists/a.yaml").Should().Be(Fixed);
    }

    public void Dispose() => _folder.Dispose();
}
