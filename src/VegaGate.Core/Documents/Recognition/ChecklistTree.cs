using System.Text.RegularExpressions;
using VegaGate.Checklists;
using VegaGate.Documents.Writing;
using VegaGate.Syntax;

namespace VegaGate.Documents.Recognition;

/// <summary>Puts what was read in the order of the format.</summary>
internal static partial class ChecklistTree
{
    private const int TimeoutMilliseconds = 1_000;

    public static YamlMapping Build(string slug, string title, Head head, Cast cast, IReadOnlyList<SectionDraft> sections, Protocol? protocol)
    {
        var closing = new MappingBuilder();
        protocol?.AddTo(closing);
        head.AddClosingTo(closing);
        var body = YamlText.Of(sections.Where(section => section.Items.Count > 0 || section.Handoff is not null).Select(section => Build(section, protocol is not null)));

        // Whom the closing parts name must be known before the people are written.
        var root = new MappingBuilder().Add(ChecklistFormat.Slug, slug).Add(ChecklistFormat.Title, title);
        head.AddOpeningTo(root);
        cast.AddTo(root);
        root.Add((protocol is null ? ChecklistFormat.Sections : ChecklistFormat.Phases).Name, body);
        foreach (var entry in closing.Build().Entries)
            root.Add(entry.Key.Value, entry.Value);
        return root.Build();
    }

    private static YamlMapping Build(SectionDraft section, bool isPhase)
    {
        var result = new MappingBuilder().Add(SectionFormat.Id, section.Id).Add(SectionFormat.Title, section.Title);
        if (isPhase)
            result.Add(SectionFormat.Objective, section.Objective);
        result.Add(SectionFormat.Owners, section.Owners);
        result.AddList(SectionFormat.Items, section.Items.Select(Build));
        if (isPhase && section.Handoff is { To.Count: > 0 } handoff)
            result.Add(SectionFormat.Handoff.Name, Build(handoff, section));
        return result.Build();
    }

    private static YamlMapping Build(ItemDraft item)
    {
        var result = new MappingBuilder()
            .Add(ItemFormat.Id, item.Id)
            .Add(ItemFormat.Title, item.Title)
            .Add(ItemFormat.Owners, item.Owners)
            .Add(ItemFormat.Status, item.Status.ToWord())
            .Add(ItemFormat.Pass, item.Pass)
            .Add(ItemFormat.Before, item.Before);
        if (item.IsOptional)
            result.Add(ItemFormat.IsRequired.Name, value: false);
        return result
            .Add(ItemFormat.Needs, item.Needs)
            .Add(ItemFormat.Due, item.Due)
            .Add(ItemFormat.Severity, item.Severity)
            .Add(ItemFormat.Labels, item.Labels)
            .Add(ItemFormat.Notes, string.Join('\n', item.Notes))
            .Add(ItemFormat.Evidence, item.Evidence)
            .Build();
    }

    private static YamlMapping Build(HandoffDraft handoff, SectionDraft phase)
    {
        var result = new MappingBuilder();
        if (!handoff.From.ToHashSet(StringComparer.Ordinal).SetEquals(phase.Owners))
            result.Add(SectionFormat.HandoffKeys.From, handoff.From);
        result.Add(SectionFormat.HandoffKeys.To.Name, handoff.To is [var only] ? YamlText.Of(only) : YamlText.Of(handoff.To));
        if (handoff.IsCritical is { } isCritical)
            result.Add(SectionFormat.HandoffKeys.Critical.Name, isCritical);
        result.Add(SectionFormat.HandoffKeys.Criteria, handoff.Criteria);
        result.Add(SectionFormat.HandoffKeys.Artifacts.Name, YamlText.Of(handoff.Artifacts.Select(BuildArtifact)));
        result.Add(SectionFormat.HandoffKeys.Matrix.Name, new MappingBuilder()
            .Add(SectionFormat.MatrixKeys.Phase, handoff.ShortPhase)
            .Add(SectionFormat.MatrixKeys.Artifacts, handoff.ShortArtifacts)
            .Add(SectionFormat.MatrixKeys.Criteria, handoff.ShortCriteria));
        return result.Build();
    }

    /// <summary>A name that is nothing but a path in code is where the artifact stands; a pull request is named by its number.</summary>
    private static YamlMapping BuildArtifact(string name)
    {
        var result = new MappingBuilder().Add(SectionFormat.ArtifactKeys.Name, name);
        if (OnlyPath().Match(name) is { Success: true } path)
            result.Add(SectionFormat.ArtifactKeys.Path, path.Groups["path"].Value);
        else if (PullRequest().Match(name) is { Success: true } pullRequest)
            result.Add(SectionFormat.ArtifactKeys.PullRequest.Name, YamlText.Plain(pullRequest.Groups["number"].Value));
        return result.Build();
    }

    [GeneratedRegex(@"^`(?<path>[\w.*-]+(?:/[\w.*-]+)*\.\w+)`$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex OnlyPath();

    [GeneratedRegex(@"\b(?:PR|pull request)\s+#(?<number>[1-9]\d{0,8})\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex PullRequest();
}
