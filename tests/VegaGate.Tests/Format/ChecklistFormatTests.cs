using VegaGate.Checklists;
using VegaGate.Format;

namespace VegaGate.Tests.Format;

public sealed class ChecklistFormatTests
{
    [Fact]
    public void Explains_every_key_once_and_in_a_sentence()
    {
        foreach (var mapping in MappingsOf(ChecklistFormat.Mapping).Distinct())
        {
            mapping.Keys.Select(key => key.Name).Should().OnlyHaveUniqueItems(mapping.Name);
            mapping.Keys.Should().OnlyContain(key => key.Summary.EndsWith('.'), mapping.Name);
        }
    }

    private static IEnumerable<MappingFormat> MappingsOf(ValueFormat format) => format switch
    {
        MappingFormat mapping => mapping.Keys.SelectMany(key => MappingsOf(key.Value)).Prepend(mapping),
        ListFormat list => MappingsOf(list.Item),
        NamedFormat named => MappingsOf(named.Value),
        EitherFormat either => MappingsOf(either.Other),
        _ => [],
    };
}
