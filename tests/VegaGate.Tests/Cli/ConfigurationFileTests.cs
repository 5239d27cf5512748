using System.Diagnostics;

namespace VegaGate.Tests.Cli;

/// <summary>The configuration is read as a checklist is: to a bound, without waiting, through no link that leads out, and never passed over.</summary>
public sealed class ConfigurationFileTests : IDisposable
{
    private const string Name = ".vegagate.yaml";

    private readonly string _outside = Directory.CreateTempSubdirectory("vegagate-outside-").FullName;
    private readonly ProgramFolder _folder = new ProgramFolder().Write("checklists/a.yaml", ProgramFolder.List);

    public void Dispose()
    {
        _folder.Dispose();
        Directory.Delete(_outside, recursive: true);
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var make = Process.Start("mkfifo", [_folder.Of(Name)]))
            make.WaitForExit();

        ShouldBeRefused("it is a pipe, a socket or a device");
    }

    [Fact]
    public void A_link_that_leaves_the_repository_is_not_followed()
    {
        File.WriteAllText(Path.Combine(_outside, "secret"), "topsecret: 1\n");
        File.CreateSymbolicLink(_folder.Of(Name), Path.Combine(_outside, "secret"));

        ShouldBeRefused("it is a link that leaves the working directory");
        _folder.Output.Should().NotContain("topsecret");
    }

    [Fact]
    public void A_dangling_link_is_said_to_be_one()
    {
        File.CreateSymbolicLink(_folder.Of(Name), "nowhere");

        ShouldBeRefused("it is a link to something that is not there");
    }

    [Fact]
    public void A_folder_in_its_place_is_not_passed_over()
    {
        Directory.CreateDirectory(_folder.Of(Name));

        ShouldBeRefused("it is a folder");
    }

    [Fact]
    public void One_that_was_named_is_read_to_a_bound()
    {
        if (OperatingSystem.IsWindows())
            return;

        _folder.Run("validate", "checklists", "--config", "/dev/zero").Should().Be(1);
        _folder.Output.Should().Contain("The file has more than the 10 MiB that a checklist may have.");
    }

    [Fact]
    public void A_link_inside_the_repository_is_followed()
    {
        _folder.Write("conf/own.yaml", "rules: { VG1008: off }\n");
        File.CreateSymbolicLink(_folder.Of(Name), "conf/own.yaml");

        _folder.Run("validate", "checklists").Should().Be(0);
        _folder.Output.Should().NotContain("VG1008");
    }

    private void ShouldBeRefused(string reason)
    {
        _folder.Run("validate", "checklists").Should().Be(1);
        _folder.Output.Should().StartWith($"{Name}:1:1: error VG0019: This file cannot be read: {reason}.\n").And.Contain("VG1008", "the lists are still checked");
        _folder.Run("plan", "--tracker", "local").Should().Be(2);
        _folder.Error.Should().Be($"vegagate: {Name}:1:1: This file cannot be read: {reason}.\n");
    }
}
