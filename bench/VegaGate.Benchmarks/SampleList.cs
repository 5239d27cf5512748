using System.Globalization;
using System.Text;

namespace VegaGate.Benchmarks;

/// <summary>A list of so many items, in the layout of a real one.</summary>
internal static class SampleList
{
    private const int SectionSize = 8;

    private static readonly string[] Statuses = ["todo", "in-progress", "todo"];
    private static readonly string[] People = ["zev", "rr", "kate", "ops-lead", "cs-lead"];

    public static byte[] Make(int count)
    {
        var text = new StringBuilder("checklist: list\ntitle: \"Go-live: the list\"\npeople:\n");
        foreach (var person in People)
            text.Append(CultureInfo.InvariantCulture, $"  {person}: {{ name: {person}, github: {person}-dev }}\n");
        text.Append("gate:\n  stages: [deploy, go-live]\n  require: [owner, status, sign-off]\nsections:\n");
        for (var at = 0; at < count; at++)
        {
            var (section, item) = (at / SectionSize + 1, at % SectionSize + 1);
            if (item == 1)
                text.Append(CultureInfo.InvariantCulture, $"  - id: part-{section}\n    title: Part {section} of the launch\n    before: deploy\n    items:\n");
            text.Append(CultureInfo.InvariantCulture, $"      - id: \"{section}.{item}\"\n        title: Confirm the production scope, step {at}.\n");
            text.Append(CultureInfo.InvariantCulture, $"        owners: [{People[at % People.Length]}, {People[(at + 2) % People.Length]}]\n        status: {Statuses[at % Statuses.Length]}   # as of the last walk\n");
            text.Append("        pass: 'The person who owns the step has seen it work, and what was seen is written down.'\n");
            if (item > 2)
                text.Append(CultureInfo.InvariantCulture, $"        needs: [\"{section}.1\", \"{section}.{item - 1}\"]\n");
            if (at % 4 == 0)
                text.Append("        notes: >-\n          Ask the people on call before you begin,\n          and tell them when it is done.\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A list in which every item breaks the same rules.</summary>
    public static byte[] MakeBad(int count)
    {
        var text = new StringBuilder("checklist: list\ntitle: List\npeople: { zev: { github: zev-dev } }\nsections:\n  - id: all\n    title: All\n    items:\n");
        for (var at = 0; at < count; at++)
            text.Append(CultureInfo.InvariantCulture, $"      - {{ id: 1.5, titel: T, owners: [nobody-{at}], status: gone, before: nowhere, needs: [none-{at}], due: soon, pass: [p], notes: yes, evidence: 1.{at}, severity: cafÃ© }}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
