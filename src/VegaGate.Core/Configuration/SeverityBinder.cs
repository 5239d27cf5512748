using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;
using Keys = VegaGate.Configuration.ConfigurationFormat;

namespace VegaGate.Configuration;

/// <summary>Reads the severities of a configuration, and reports what names no rule or asks for what may not be.</summary>
internal sealed class SeverityBinder(SourceText source, ImmutableArray<DiagnosticDescriptor> known, ICollection<Diagnostic> findings)
{
    private readonly NearestWord _nearest = new();

    public SeverityPolicy Bind(MappingReader root)
    {
        var layers = ImmutableArray.CreateBuilder<SeverityLayer>();
        if (BindSettings(root) is { IsEmpty: false } all)
            layers.Add(new SeverityLayer(null, all));
        foreach (var entry in root.Children(Keys.Overrides))
        {
            var settings = BindSettings(entry);
            layers.Add(new SeverityLayer([.. entry.Texts(Keys.Files).Select(pattern => new PathPattern(pattern.Value))], settings));
        }

        return layers.Count == 0 ? SeverityPolicy.Default : new SeverityPolicy(layers.ToImmutable());
    }

    private ImmutableArray<SeveritySetting> BindSettings(MappingReader mapping)
    {
        var ofCategories = new Dictionary<string, SeveritySetting>(StringComparer.Ordinal);
        var ofRules = new Dictionary<string, SeveritySetting>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries(Keys.Rules))
        {
            var severity = (entry.Value as YamlScalar)?.Value;
            if (DiagnosticCategory.All.Any(category => category.Key == entry.Key.Value))
                BindCategory(entry.Key, severity, ofCategories);
            else if (known.FirstOrDefault(rule => rule.Id == entry.Key.Value || rule.Name == entry.Key.Value) is { } rule)
                BindRule(entry.Key, rule, severity, ofRules);
            else
                ReportUnknown(entry.Key);
        }

        return [.. ofRules.Values, .. ofCategories.Values.Where(setting => !ofRules.ContainsKey(setting.Id))];
    }

    private void BindCategory(YamlScalar key, string? severity, Dictionary<string, SeveritySetting> settings)
    {
        var rules = known.Where(rule => DiagnosticCategory.Of(rule.Id).Key == key.Value).ToList();
        if (IsLower(severity) && rules.Count > 0 && rules.TrueForAll(rule => rule.IsFixed))
            Report(key, $"The findings of the category `{key.Value}` are errors and stay so: sync and gate cannot work from a list that has one.");
        foreach (var rule in rules.Where(rule => !rule.IsFixed))
            settings[rule.Id] = new SeveritySetting(rule.Id, ParseSeverity(severity));
    }

    private void BindRule(YamlScalar key, DiagnosticDescriptor rule, string? severity, Dictionary<string, SeveritySetting> settings)
    {
        if (rule.IsFixed && IsLower(severity))
            Report(key, $"The findings of {rule.Id} ({rule.Name}) are errors and stay so: sync and gate cannot work from a list that has one.");
        else if (!settings.TryAdd(rule.Id, new SeveritySetting(rule.Id, ParseSeverity(severity))))
            Report(key, $"The rule {rule.Id} ({rule.Name}) stands here twice, by its id and by its name; keep one of them.");
    }

    private void ReportUnknown(YamlScalar key)
    {
        var guess = _nearest.Find(key.Value, known.SelectMany(rule => new[] { rule.Name, rule.Id }).Concat(DiagnosticCategory.All.Select(category => category.Key)));
        Report(key, $"There is no rule or category {ConfigurationBinder.Quote(key.Value)}{(guess is null ? "." : $"; did you mean `{guess}`?")}");
    }

    private void Report(YamlScalar key, string message) => findings.Add(new Diagnostic(ConfigurationBinder.InvalidConfiguration, source, key.Span, message));

    private static bool IsLower(string? severity) => severity is not null && severity != "error";

    private static DiagnosticSeverity? ParseSeverity(string? word) => word switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "notice" => DiagnosticSeverity.Notice,
        _ => null,
    };
}
