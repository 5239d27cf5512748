using VegaGate.Checklists;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules;

/// <summary>How findings speak of a section or a phase as a whole.</summary>
internal static class SectionWords
{
    /// <summary>Where such a finding stands: the id, or what comes nearest to it.</summary>
    public static TextSpan Place(this Section section) => section.Id?.Span ?? section.TitlePlace() ?? new TextSpan(section.Span.Start, Math.Min(1, section.Span.Length));

    /// <summary>Where the title stands; null where there is none.</summary>
    public static TextSpan? TitlePlace(this Section section) => section.Mapping.Find(SectionFormat.Title.Name)?.Value is YamlScalar { IsNull: false } title ? title.Span : null;
}
