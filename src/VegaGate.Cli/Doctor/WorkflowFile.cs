using System.Collections.Immutable;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Checklists;
using VegaGate.Syntax;

namespace VegaGate.Cli.Doctor;

/// <summary>A workflow, as far as it calls us. Read as text: nothing in it is carried out.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Triggers">The events, each with what stands behind it.</param>
/// <param name="Calls">Where it calls us.</param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
internal sealed record WorkflowFile(string Path, IReadOnlyDictionary<string, YamlMapping?> Triggers, ImmutableArray<WorkflowCall> Calls, string? Problem)
{
    private const string Folder = ".github/workflows";
    private const string Own = "vegagate";

    /// <summary>Every workflow of the working directory that calls us, or cannot be read.</summary>
    public static ImmutableArray<WorkflowFile> ReadAll(string directory)
    {
        var folder = System.IO.Path.Combine(directory, Folder);
        if (!Directory.Exists(folder))
            return [];
        var isOwn = File.Exists(System.IO.Path.Combine(directory, "action.yml"));
        return
        [
            .. Directory.EnumerateFiles(folder).Where(file => file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal).Select(file => Read(file, isOwn)).Where(workflow => workflow.Problem is not null || !workflow.Calls.IsEmpty),
        ];
    }

    private static WorkflowFile Read(string file, bool isOwn)
    {
        var path = $"{Folder}/{System.IO.Path.GetFileName(file)}";
        try
        {
            var tree = YamlReader.Read(path, BoundedFile.Read(file));
            if (tree.Root is not YamlMapping root)
                return new WorkflowFile(path, ImmutableDictionary<string, YamlMapping?>.Empty, [], tree.Diagnostics.IsEmpty ? "it is no mapping" : tree.Diagnostics[0].Message);
            return new WorkflowFile(path, TriggersOf(root.Find("on")?.Value), CallsOf(root, isOwn), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new WorkflowFile(path, ImmutableDictionary<string, YamlMapping?>.Empty, [], e.Message);
        }
    }

    private static Dictionary<string, YamlMapping?> TriggersOf(YamlNode? on)
    {
        var triggers = new Dictionary<string, YamlMapping?>(StringComparer.Ordinal);
        foreach (var name in Words(on))
            triggers[name] = null;
        foreach (var entry in (on as YamlMapping)?.Entries ?? [])
            triggers[entry.Key.Value] = entry.Value as YamlMapping;
        return triggers;
    }

    /// <summary>A word, or a list of them.</summary>
    public static IEnumerable<string> Words(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar.Value],
        YamlSequence list => list.Items.OfType<YamlScalar>().Select(item => item.Value),
        _ => [],
    };

    private static ImmutableArray<WorkflowCall> CallsOf(YamlMapping root, bool isOwn)
    {
        var calls = ImmutableArray.CreateBuilder<WorkflowCall>();
        foreach (var job in (root.Find("jobs")?.Value as YamlMapping)?.Entries ?? [])
        {
            if (job.Value is not YamlMapping body)
                continue;
            var permissions = body.Find("permissions") ?? root.Find("permissions");
            var hasConcurrency = (body.Find("concurrency") ?? root.Find("concurrency")) is not null;
            foreach (var step in (body.Find("steps")?.Value as YamlSequence)?.Items.OfType<YamlMapping>() ?? [])
            {
                foreach (var command in CommandsOf(step, isOwn))
                    calls.Add(new WorkflowCall(job.Key.Value, command, permissions?.Value, hasConcurrency));
            }
        }

        return calls.ToImmutable();
    }

    private static IEnumerable<string> CommandsOf(YamlMapping step, bool isOwn)
    {
        if (Text(step, "uses") is { } uses)
        {
            var isOurs = uses.Split('@')[0].Contains(Own, StringComparison.OrdinalIgnoreCase) || isOwn && uses.TrimEnd('/') == ".";
            return isOurs && (step.Find("with")?.Value as YamlMapping) is { } with && Text(with, "command") is { } command && CommandPermissions.Needs.ContainsKey(command) ? [command] : [];
        }

        var run = Text(step, "run") ?? "";
        return CommandPermissions.Needs.Keys.Where(command => $"{run} ".ReplaceLineEndings(" ").Contains($"{Own} {command} ", StringComparison.Ordinal));
    }

    private static string? Text(YamlMapping mapping, string key) => (mapping.Find(key)?.Value as YamlScalar)?.Value;
}

/// <summary>A step that calls us.</summary>
/// <param name="Permissions">What the job, or the workflow, says of them; null where neither does.</param>
internal sealed record WorkflowCall(string Job, string Command, YamlNode? Permissions, bool HasConcurrency)
{
    public bool Writes => Command is "apply" or "respond" or "escalate" or "record" or "run";

    /// <summary>Whether the job has a permission; null where nobody says.</summary>
    public bool? Has(JobPermission permission) => Permissions switch
    {
        null => null,
        YamlScalar { Value: "write-all" } => true,
        YamlScalar { Value: "read-all" } => permission.Level == "read",
        YamlMapping mapping => (mapping.Find(permission.Name)?.Value as YamlScalar)?.Value is { } given && (given == permission.Level || given == "write"),
        _ => false,
    };
}
