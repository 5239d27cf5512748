using VegaGate.Checklists;
using VegaGate.Documents.Writing;
using VegaGate.Gate.Blocking;
using VegaGate.Syntax;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Escalation;

/// <summary>Writes the issue form by which anybody reports a blocker of a list. The same list gives the same bytes.</summary>
public static class IssueForm
{
    private const string PlainTitle = "Blocker report";

    /// <summary>GitHub refuses a shorter name.</summary>
    private const int ShortestName = 4;

    /// <summary>The form as YAML, ended by a line feed.</summary>
    public static string Write(Checklist checklist)
    {
        var title = OneLine(checklist.Escalation?.Report?.Title ?? PlainTitle);
        var form = new MappingBuilder()
            .Add("name", title.Length < ShortestName ? PlainTitle : title)
            .Add("description", $"Report what keeps {OneLine(checklist.Title)} from going on.")
            .Add("title", "Blocker: ")
            .Add("labels", [LabelNames.Blocker, LabelNames.Checklist(checklist.Name)])
            .Add("body", YamlText.Of(Body(checklist)))
            .Build();
        return $"# Written by `vegagate form` from the checklist {checklist.Name}: change that, and write this anew.\n{YamlWriter.Write(form)}";
    }

    private static IEnumerable<YamlNode> Body(Checklist checklist)
    {
        yield return Element("markdown", new MappingBuilder().Add(
            "value",
            "A report of somebody whom the checklist names holds the release at once. Anybody else's does as soon as one of them takes it up, with `/block` in a comment."));
        var part = "";
        var number = 0;
        foreach (var field in BlockerForm.Of(checklist))
        {
            number++;
            if (field.Part != part)
                yield return Element("markdown", new MappingBuilder().Add("value", $"## {MarkdownText.Inline(field.Part)}"));
            part = field.Part;
            yield return Field(field, number);
        }
    }

    private static YamlMapping Field(FormField field, int number)
    {
        var attributes = new MappingBuilder().Add("label", OneLine(field.Label));
        if (!field.Options.IsEmpty)
            return Element("dropdown", attributes.Add("description", field.Hint is { } choice ? MarkdownText.Inline(choice) : null).Add("options", YamlText.Of(field.Options.Select(OneLine).Distinct(StringComparer.Ordinal))), $"field-{number}");
        attributes.Add("placeholder", field.Hint is { } hint ? OneLine(hint) : null);
        return Element(field.IsLong ? "textarea" : "input", attributes, $"field-{number}", field.IsRequired);
    }

    private static YamlMapping Element(string type, MappingBuilder attributes, string? id = null, bool isRequired = false) => new MappingBuilder()
        .Add("type", type)
        .Add("id", id)
        .Add("attributes", attributes)
        .Add("validations", isRequired ? new MappingBuilder().Add("required", true).Build() : null)
        .Build();

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
