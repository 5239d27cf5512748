using System.Collections.Immutable;
using VegaGate.Format;
using Keys = VegaGate.Checklists.SectionFormat;

namespace VegaGate.Checklists;

/// <summary>Makes a section or a phase.</summary>
internal static class SectionBinder
{
    public static Section Bind(MappingReader section, ItemBinder items)
    {
        var owners = section.Texts(Keys.Owners);
        var before = section.Text(Keys.Before);
        var title = section.Text(Keys.Title)?.Value ?? "";
        return new Section(
            section.Text(Keys.Id),
            title,
            section.Text(Keys.Objective)?.Value,
            owners,
            before,
            [.. section.Children(Keys.Items).Select(item => items.Bind(item, owners, before))],
            section.Child(Keys.Handoff) is { } handoff ? BindHandoff(handoff, title, owners) : null,
            section.Span)
        {
            Mapping = section.Mapping,
            Roles = ProtocolBinder.BindRoles(section, Keys.Roles),
        };
    }

    private static Handoff BindHandoff(MappingReader handoff, string title, ImmutableArray<Located<string>> owners)
    {
        var from = handoff.Texts(Keys.HandoffKeys.From);
        var to = handoff.Texts(Keys.HandoffKeys.To);
        var isCritical = handoff.Boolean(Keys.HandoffKeys.Critical) ?? false;
        var criteria = handoff.Texts(Keys.HandoffKeys.Criteria).Select(criterion => criterion.Value).ToImmutableArray();
        var artifacts = handoff.Children(Keys.HandoffKeys.Artifacts).Select(BindArtifact).ToImmutableArray();
        return new Handoff(title, from.IsEmpty ? owners : from, to, isCritical, criteria, artifacts)
        {
            Mapping = handoff.Mapping,
            Matrix = handoff.Child(Keys.HandoffKeys.Matrix) is { } matrix ? BindMatrix(matrix) : MatrixWords.None,
        };
    }

    private static MatrixWords BindMatrix(MappingReader matrix)
    {
        return new MatrixWords(matrix.Text(Keys.MatrixKeys.Phase)?.Value, Read(Keys.MatrixKeys.Artifacts), Read(Keys.MatrixKeys.Criteria));

        ImmutableArray<string> Read(KeyFormat key) => [.. matrix.Texts(key).Select(text => text.Value)];
    }

    private static Artifact BindArtifact(MappingReader artifact) => new(
        artifact.Text(Keys.ArtifactKeys.Name)?.Value ?? "",
        artifact.Text(Keys.ArtifactKeys.Path)?.Value,
        artifact.Integer(Keys.ArtifactKeys.PullRequest) is { } number ? (int)Math.Min(number, int.MaxValue) : null,
        artifact.Text(Keys.ArtifactKeys.Url)?.Value)
    {
        NamePlace = artifact.Text(Keys.ArtifactKeys.Name)?.Span ?? default,
        PathPlace = artifact.Text(Keys.ArtifactKeys.Path)?.Span ?? default,
        UrlPlace = artifact.Text(Keys.ArtifactKeys.Url)?.Span ?? default,
    };
}
