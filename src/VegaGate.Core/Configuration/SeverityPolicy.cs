using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Configuration;

/// <summary>What one rule's findings are made to be.</summary>
/// <param name="Severity">Null: they are left out.</param>
public sealed record SeveritySetting(string Id, DiagnosticSeverity? Severity);

/// <summary>Settings for some files.</summary>
/// <param name="Files">Null: for all.</param>
/// <param name="Settings">At most one for each rule.</param>
public sealed record SeverityLayer(ImmutableArray<PathPattern>? Files, ImmutableArray<SeveritySetting> Settings)
{
    public bool Covers(string path) => Files is not { } files || files.Any(pattern => pattern.IsMatch(path));
}

/// <summary>What the configuration makes of findings. Of the layers that cover a file and speak of a rule, the last one decides.</summary>
public sealed record SeverityPolicy(ImmutableArray<SeverityLayer> Layers)
{
    /// <summary>Leaves every finding as its rule made it.</summary>
    public static SeverityPolicy Default { get; } = new([]);

    /// <summary>The findings as the configuration wants them. An error of a fixed rule stays what it is.</summary>
    /// <param name="findings">Of one file together, so that patterns are matched once for each.</param>
    public IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> findings)
    {
        string? path = null;
        ImmutableArray<SeverityLayer> layers = [];
        foreach (var finding in findings)
        {
            if (finding.Source.Path != path)
            {
                path = finding.Source.Path;
                layers = [.. Layers.Where(layer => layer.Covers(path))];
            }

            if (finding is { Descriptor.IsFixed: true, Severity: DiagnosticSeverity.Error } || Find(layers, finding.Descriptor.Id) is not { } setting)
                yield return finding;
            else if (setting.Severity is { } severity)
                yield return finding with { Severity = severity };
        }
    }

    private static SeveritySetting? Find(ImmutableArray<SeverityLayer> layers, string id)
    {
        for (var at = layers.Length - 1; at >= 0; at--)
        {
            foreach (var setting in layers[at].Settings)
            {
                if (setting.Id == id)
                    return setting;
            }
        }

        return null;
    }
}
