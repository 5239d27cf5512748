using System.Text;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>A check of files pays for what it uses, and for nothing else.</summary>
public sealed class ColdStartTests
{
    [Fact]
    public async Task Validate_loads_neither_network_nor_JSON_nor_console_libraries()
    {
        using var workspace = Workspace.WithRepositoryChecklists();

        var loaded = await LoadedByAsync(workspace, "validate", "checklists");

        loaded.Should().Contain("VegaGate.Core").And.Contain("YamlDotNet").And.Contain("System.CommandLine");
        loaded.Should().NotContain("System.Net.Http").And.NotContain("System.Text.Json").And.NotContain("Spectre.Console")
            .And.NotContain("System.Console").And.NotContain("Markdig").And.NotContain("VegaGate.GitHub").And.NotContain("VegaGate.Probes").And.NotContain("Polly.Core").And.NotContain("NodaTime");
    }

    [Fact]
    public async Task Validate_loads_time_zones_for_a_list_with_a_calendar()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        workspace.Replace(Story.Protocol, "escalation:\n", "escalation:\n  calendar: { time-zone: Europe/Berlin, hours: \"09:00-18:00\", days: [mon] }\n");

        (await LoadedByAsync(workspace, "validate", "checklists")).Should().Contain("NodaTime");
    }

    [Fact]
    public async Task The_trace_shows_what_a_command_that_needs_them_loads()
    {
        using var workspace = Workspace.WithRepositoryChecklists();

        var loaded = await LoadedByAsync(workspace, "apply", "checklists");

        loaded.Should().Contain("VegaGate.Core").And.Contain("System.Text.Json").And.NotContain("System.Net.Http").And.NotContain("VegaGate.Probes");
    }

    [Fact]
    public async Task Probes_are_loaded_where_an_item_of_a_gate_has_one()
    {
        const string List = "checklist: a\ntitle: A\npeople: { zev: { github: zev.example } }\nsections: [{ id: s, title: S, items: [{ id: x, title: T, owners: zev, required: false }] }]\n";
        using var without = Workspace.With(List);
        (await LoadedByAsync(without, "gate", "checklists")).Should().NotContain("VegaGate.Probes");

        using var with = Workspace.With(List.Replace("required: false }", "required: false }, { id: y, title: Y, owners: zev, not-applicable: { by: zev, reason: R }, verify: [{ file: { path: a } }] }", StringComparison.Ordinal)
            .Replace("sections:", "gate: { approvers: zev }\nsections:", StringComparison.Ordinal));
        (await LoadedByAsync(with, "gate", "checklists")).Should().Contain("VegaGate.Probes");
    }

    /// <summary>The names of the assemblies that the runtime's own trace of its loader holds.</summary>
    private static async Task<string[]> LoadedByAsync(Workspace workspace, params string[] arguments)
    {
        var variables = VegaGateProgram.Variables(("DOTNET_EnableEventPipe", "1"), ("DOTNET_EventPipeConfig", "Microsoft-Windows-DotNETRuntime:0x8:4"), ("DOTNET_EventPipeOutputPath", workspace.PathOf("trace.nettrace")));
        (await workspace.RunAsync(variables, arguments)).Exits(0);
        var trace = await File.ReadAllBytesAsync(workspace.PathOf("trace.nettrace"));
        string[] names =
        [
            "VegaGate.Core", "YamlDotNet", "System.CommandLine", "System.Net.Http", "System.Text.Json", "Spectre.Console", "System.Console", "Markdig", "VegaGate.GitHub", "VegaGate.Probes", "Polly.Core", "NodaTime",
        ];
        return [.. names.Where(name => trace.AsSpan().IndexOf(Encoding.Unicode.GetBytes(name)) >= 0)];
    }
}
