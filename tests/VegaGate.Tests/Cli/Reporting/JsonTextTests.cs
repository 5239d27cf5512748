using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Cli.Reporting;
using VegaGate.Tests.Gate;

namespace VegaGate.Tests.Cli.Reporting;

public sealed class JsonTextTests
{
    private static readonly Gen<string> GenHostile = Gen.Elements("#", "##[", "[", "\\", "\"", "group]", "::", "\n", "é").ArrayOf().Select(string.Concat);

    [Fact]
    public void What_is_read_is_what_was_written_and_no_line_of_it_is_a_command() => Prop.ForAll(GenHostile.ToArbitrary(), text =>
    {
        var json = JsonText.Render(writer => writer.WriteStringValue(text));

        json.Should().NotContain("##[");
        JsonSerializer.Deserialize<string>(json).Should().Be(text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_gate_names_a_title_that_looks_like_a_command()
    {
        var scene = new GateScene(ValidList.Parse("""
            checklist: launch
            title: "##[group]Launch"
            people: { zev: { github: zev-dev } }
            sections:
              - id: scope
                title: Scope
                items: [{ id: "1.1", title: "##[error]Confirm the scope.", owners: zev }]
            """));

        var json = GateJson.Render(scene.Ask(facts => facts), "t");

        json.Should().NotContain("##[");
        using var document = JsonDocument.Parse(json);
        document.RootElement.GetProperty("checklists")[0].GetProperty("items")[0].GetProperty("title").GetString().Should().Be("1.1 ##[error]Confirm the scope.");
    }
}
