using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Escalation;
using VegaGate.Gate.Blocking;
using VegaGate.Syntax;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Escalation;

/// <summary>The form holds what GitHub's documentation of issue forms demands, whatever the list says.</summary>
public sealed class IssueFormTests
{
    private static readonly string[] TopLevel = ["name", "description", "title", "labels", "body"];
    private static readonly string[] Types = ["markdown", "input", "textarea", "dropdown"];

    [Fact]
    public void Has_every_field_of_the_documents_template_in_its_parts()
    {
        var list = Bind(Repository.ReadText("checklists/examples/vauntico-deployment.yaml"));

        var form = Parse(IssueForm.Write(list));

        var labels = form.Elements.Where(element => element.Type != "markdown").Select(element => element.Label).ToList();
        labels.Should().Equal(
            "Item", "Class", "Blocker ID", "Date Reported", "Reported By", "Severity", "Description", "Impact", "Root Cause", "Reproduction Steps", "Phase Affected", "Team Responsible", "Current Owner", "Status",
            "Immediate Actions", "Proposed Solution", "Resources Needed", "Estimated Resolution Time", "Stakeholders Notified", "Next Update", "Escalation Level");
        form.Elements.Where(element => element.Type == "markdown").Skip(1).Select(element => element.Value).Should().Equal(
            "## What is blocked", "## Issue Summary", "## Issue Details", "## Current Status", "## Resolution Plan", "## Communication");
        form.Of("Class").Options.Should().Equal(list.Escalation!.Classes);
        form.Of("Severity").Options.Should().Equal("critical", "high", "medium", "low");
        form.Of("Phase Affected").Options.Should().HaveCount(5).And.Contain("Secrets & Merge (secrets-and-merge)");
        form.Of("Description").Should().BeEquivalentTo(new { Type = "textarea", IsRequired = true, Placeholder = "Detailed description of the blocker" });
        form.Labels.Should().Equal("vegagate:blocker", "checklist:vauntico-deployment");
        ShouldBeValid(form);
    }

    [Fact]
    public void What_is_filed_with_the_form_reads_back()
    {
        var list = Bind(Repository.ReadText("checklists/examples/vauntico-deployment.yaml"));
        var form = Parse(IssueForm.Write(list));
        var body = string.Concat(form.Elements.Where(element => element.Type != "markdown").Select(element =>
            $"### {element.Label}\n\n{(element.Label == "Item" ? "3.2" : element.Options.IsEmpty ? $"Some {element.Label}" : element.Options[^1])}\n\n"));

        var text = BlockerReportText.Read("Blocker: x", body, list);

        text.Should().BeEquivalentTo(new { Item = "3.2", Class = "Compliance violations", Severity = Severity.Low, Reason = "Some Description" });
        text.Phase!.Should().BeSameAs(list.Sections[^1]);
    }

    [Fact]
    public void A_list_without_a_template_asks_for_what_links_a_report()
    {
        var form = Parse(IssueForm.Write(Bind(EscalationScene.List("{ levels: [{ after: 1h, notify: zev, do: D }] }"))));

        form.Elements.Where(element => element.Type != "markdown").Select(element => element.Label).Should().Equal("Item", "Severity", "Phase", "Description");
        form.Name.Should().Be("Blocker report");
        ShouldBeValid(form);
    }

    [Fact]
    public void Hostile_titles_stay_text()
    {
        var list = Bind("""
            checklist: evil
            title: "x: [\"' # &a *b !c | > % @ `d` ${{ secrets.TOKEN }} - ? \\"
            people: { zev: { github: zev } }
            sections:
              - { id: a, title: "none", owners: zev, items: [{ id: "1", title: T }] }
              - { id: b, title: "true # \" '", owners: zev, items: [{ id: "2", title: T }] }
            escalation:
              classes: ["- a: b", "null", "\"q\"", "no", "1.10", "{{ x }}"]
              report:
                title: "---"
                sections:
                  - { title: "# ![x](https://example.com/y) @everyone <script>", fields: [{ name: "*/ #", hint: "${{ github.token }}" }, { name: "on", hint: "~" }, { name: "ON", hint: "again" }] }
            """);

        var form = Parse(IssueForm.Write(list));

        form.Name.Should().Be("Blocker report", "GitHub takes no name that short");
        form.Of("Class").Options.Should().Equal("- a: b", "null", "\"q\"", "no", "1.10", "{{ x }}");
        form.Of("*/ #").Placeholder.Should().Be("${{ github.token }}");
        form.Elements.Count(element => element.Label is "on" or "ON").Should().Be(1, "GitHub takes each label once");
        form.Elements.Single(element => element.Value?.Contains("everyone", StringComparison.Ordinal) == true).Value.Should().Be(@"## \# `![x](https://example.com/y)` `@everyone` &lt;script&gt;");
        ShouldBeValid(form);
    }

    [Fact]
    public void The_same_list_gives_the_same_bytes()
    {
        var text = Repository.ReadText("checklists/examples/vauntico-deployment.yaml");

        IssueForm.Write(Bind(text)).Should().Be(IssueForm.Write(Bind(text)));
    }

    /// <summary>https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema</summary>
    private static void ShouldBeValid(Form form)
    {
        form.Keys.Should().BeSubsetOf(TopLevel).And.Contain(["name", "description", "body"]);
        form.Name.Length.Should().BeGreaterThan(3);
        form.Elements.Should().Contain(element => element.Type != "markdown", "a form has one field at least that is filled in");
        var fields = form.Elements.Where(element => element.Type != "markdown").ToList();
        fields.Select(element => element.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id!.Length > 0 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_'));
        fields.Select(element => element.Label).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        foreach (var element in form.Elements)
        {
            element.Type.Should().BeOneOf(Types);
            if (element.Type == "markdown")
                element.Value.Should().NotBeNullOrEmpty();
            if (element.Type == "dropdown")
                element.Options.Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.NotContain(option => option.Trim().Equals("none", StringComparison.OrdinalIgnoreCase), "GitHub keeps that word for itself");
        }
    }

    private static Checklist Bind(string text) => ChecklistBinder.Bind(RuleChecking.Read(text))!;

    private static Form Parse(string text)
    {
        var tree = RuleChecking.Read(text);
        tree.Diagnostics.Should().BeEmpty();
        var root = (YamlMapping)tree.Root!;
        return new Form(
            [.. root.Entries.Select(entry => entry.Key.Value)],
            Scalar(root, "name")!,
            [.. ((YamlSequence)root.Find("labels")!.Value).Items.Select(label => ((YamlScalar)label).Value)],
            [.. ((YamlSequence)root.Find("body")!.Value).Items.Cast<YamlMapping>().Select(Element.Read)]);
    }

    private static string? Scalar(YamlMapping mapping, string key) => (mapping.Find(key)?.Value as YamlScalar)?.Value;

    private sealed record Form(ImmutableArray<string> Keys, string Name, ImmutableArray<string> Labels, ImmutableArray<Element> Elements)
    {
        public Element Of(string label) => Elements.Single(element => element.Label == label);
    }

    private sealed record Element(string Type, string? Id, string? Label, string? Value, string? Placeholder, ImmutableArray<string> Options, bool IsRequired)
    {
        public static Element Read(YamlMapping element)
        {
            var attributes = (YamlMapping)element.Find("attributes")!.Value;
            return new Element(
                Scalar(element, "type")!,
                Scalar(element, "id"),
                Scalar(attributes, "label"),
                Scalar(attributes, "value"),
                Scalar(attributes, "placeholder"),
                attributes.Find("options")?.Value is YamlSequence options ? [.. options.Items.Select(option => ((YamlScalar)option).Value)] : [],
                element.Find("validations")?.Value is YamlMapping validations && Scalar(validations, "required") == "true");
        }
    }
}
