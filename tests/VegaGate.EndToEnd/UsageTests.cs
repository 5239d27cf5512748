using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>A call that cannot be used ends with 2 and one message.</summary>
public sealed class UsageTests
{
    [Fact]
    public async Task A_path_that_is_not_there_is_named()
    {
        using var workspace = new Workspace();

        (await workspace.RunAsync("validate", "nowhere.yaml")).IsRefused("there is no file or folder nowhere.yaml.");
        (await workspace.RunAsync("gate")).IsRefused("there is no file or folder checklists.");
    }

    [Fact]
    public async Task A_folder_without_lists_is_not_a_release_that_may_go()
    {
        using var workspace = new Workspace().Write("checklists/read.me", "");

        (await workspace.RunAsync("gate", "--tracker", "local")).IsRefused("there is no .yaml or .yml file under checklists.");
    }

    [Theory]
    [InlineData("validate", "--nonsense", "checklists")]
    [InlineData("gate", "--nonsense")]
    [InlineData("gate", "-n")]
    [InlineData("say", "8.6", "--closed", "--as", "zev")]
    [InlineData("validate", "--format", "xml", "checklists")]
    [InlineData("plan", "--tracker", "elsewhere")]
    [InlineData("validate")]
    [InlineData("nonsense")]
    public async Task What_the_program_does_not_know_is_a_usage_error(params string[] arguments)
    {
        using var workspace = Workspace.WithRepositoryChecklists();

        var run = (await workspace.RunAsync(arguments)).Exits(2);

        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("vegagate: ").And.EndWith("Run with --help to see what can be said.\n");
        Directory.Exists(workspace.PathOf(".vegagate")).Should().BeFalse();
    }

    [Fact]
    public async Task A_stage_or_phase_that_no_list_has_is_named_with_those_that_exist()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        const string List = "checklists/examples/vega77-go-live.yaml";

        (await workspace.RunAsync("gate", List, "--for", "release")).IsRefused(
            $"{List} has no stage `release`; it has deploy, go-live, close. Name the checklists that are meant.");
        (await workspace.RunAsync("gate", List, "--phase", "validation")).IsRefused("no checklist has a phase `validation`.");
    }

    [Fact]
    public async Task A_configuration_with_an_unknown_key_is_refused_at_its_place()
    {
        using var workspace = Workspace.WithRepositoryChecklists().Write(".vegagate.yaml", "version: 1\ntraker: local\n");

        var run = (await workspace.RunAsync("gate")).Exits(2);

        run.Error.Should().MatchRegex(@"\Avegagate: \.vegagate\.yaml:[12]:1: [^\n]+\n\z");
    }

    [Fact]
    public async Task Speaking_needs_a_speaker_a_known_item_and_something_to_say()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        (await workspace.RunAsync("apply")).Exits(0);

        (await workspace.RunAsync("say", "8.6", "/done")).IsRefused("say who speaks: --as NAME.");
        (await workspace.RunAsync("say", "8.6", "--as", "zev")).IsRefused("say what: a TEXT, --close, or --reopen.");
        (await workspace.RunAsync("say", "8.66", "/done", "--as", "zev")).IsRefused("no checklist has an item 8.66.");
        (await workspace.RunAsync("say", "1.1", "/done", "--as", "zev")).IsRefused("1.1 stands in several checklists: say vauntico-deployment/1.1 or vega77-go-live/1.1.");
        (await workspace.RunAsync("say", "10.5", "/done", "--as", "payment")).IsRefused("Payment has no GitHub account in the file, and so cannot speak.");
    }
}
