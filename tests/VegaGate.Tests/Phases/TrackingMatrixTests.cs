using System.Collections.Immutable;
using System.Text.Json;
using VegaGate.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Phases;
using VegaGate.Tests.Gate;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Phases;

public sealed class TrackingMatrixTests
{
    private const string Protocol = "checklists/examples/vauntico-deployment.yaml";

    private const string Two =
        """
        checklist: list
        title: A list
        people: { zev: { name: Zev, github: zev }, rr: { name: RR, github: rr }, kate: { name: Kate, github: kate } }
        teams: { dev: { name: Dev (team), members: [zev] }, ops: { name: Ops (day), members: [rr] }, night: { name: Ops (night), members: [kate] } }
        phases:
          - id: build
            title: Build
            owners: dev
            items: [{ id: a, title: A }, { id: b, title: B }]
            handoff: { to: ops, critical: true, criteria: [It builds, It runs], artifacts: [{ name: Report, path: REPORT.md }, { name: Handshake }] }
          - id: run
            title: Run
            owners: ops
            items: [{ id: c, title: C }]
            handoff: { to: night }
          - id: rest
            title: Rest
            owners: night
            items: [{ id: d, title: D }]
        """;

    [Fact]
    public void The_matrix_of_the_example_is_the_one_of_its_document_cell_by_cell()
    {
        var matrix = Matrix(new GateScene(Example()), Example());
        var table = ReadTable("tests/VegaGate.Tests/Documents/Samples/deployment-handoff-protocol.md", "## ", "Handoff Tracking Matrix");

        table.Should().HaveCount(1 + 5);
        matrix.Columns[..5].Select(heading => heading.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()).Should().Equal(table[0].Select(heading => heading.ToUpperInvariant()));
        matrix.Rows.Select(row => matrix.Cells(row)[..5]).Should().BeEquivalentTo(table[1..], order => order.WithStrictOrdering());
    }

    [Fact]
    public void The_matrix_follows_when_the_owner_of_a_phase_is_changed_in_the_file()
    {
        var changed = ValidList.Parse(Repository.ReadText(Protocol).Replace("    objective: Ensure payment systems are production-ready\n    owners: [kilo]", "    objective: Ensure payment systems are production-ready\n    owners: [team-lead]", StringComparison.Ordinal), Protocol);

        Matrix(new GateScene(changed), changed).Rows.Select(row => row.Responsible).Should().Equal("Kilo", "Cline", "Team lead", "Cline", "Kilo");
    }

    [Fact]
    public void The_state_of_each_phase_is_told_step_by_step()
    {
        var list = ValidList.Parse(Two);
        var scene = new GateScene(list).Found("Report", false);
        States().Should().Equal("2 of 2 items open; 1 of 2 artifacts missing", "waits for phase 1", "waits for phase 1");

        scene.Say("c", "rr", "/done").Say("a", "zev", "/block no key");
        States().Should().Equal("2 of 2 items open; 1 of 2 artifacts missing; 1 blocked", "waits for phase 1; 1 begun early", "waits for phase 1");

        scene.Say("a", "zev", "/unblock\n/done").Say("b", "zev", "/done").Found("Report", true);
        States()[0].Should().Be("ready: Dev asks for acceptance");
        scene.Say("#build", "zev", "/done");
        States()[0].Should().Be("waits for acceptance by Ops (day)", "two are called Ops");
        scene.Say("#build", "rr", "/accept 4/5 2026-03-01 all were there, minutes #12");
        States().Should().Equal("accepted by rr on 2026-03-01 (4/5); 2 criteria signed off by both", "ready: Ops (day) asks for acceptance; 1 begun early", "waits for phase 2");

        scene.Say("#run", "rr", "/object no").Say("#run", "rr", "/undo\n/block x");
        States()[1].Should().Be("held: blocked; 1 blocked; 1 begun early");
        scene.Say("#run", "rr", "/unblock\n/done").Say("#run", "kate", "/accept").Say("d", "kate", "/done");
        States().Skip(1).Should().Equal("accepted by kate on 2026-03-01; 1 begun early", "done");

        string[] States() => [.. Matrix(scene, list).Rows.Select(row => row.State)];
    }

    [Fact]
    public void What_the_file_does_not_shorten_is_shown_as_it_is()
    {
        var list = ValidList.Parse(Two);

        var matrix = Matrix(new GateScene(list), list);
        matrix.Cells(matrix.Rows[0])[..5].Should().Equal("1. Build", "Dev", "Ops (day)", "Report, Handshake", "It builds, It runs");
        matrix.Cells(matrix.Rows[2])[..5].Should().Equal("3. Rest", "Ops (night)", "", "", "");
    }

    [Fact]
    public void Roles_are_the_phases_own_or_those_of_the_list_and_have_columns_only_where_there_are_any()
    {
        var matrix = Matrix(new GateScene(Example()), Example());
        matrix.Columns[5..].Should().Equal("Accountable", "Consulted", "Informed", "State");
        matrix.Rows.Select(row => row.Roles).Should().Equal(
            ("Kilo", "Cline", "Stakeholders"), ("Cline", "Kilo", "Stakeholders"), ("Kilo", "Cline", "Stakeholders"), ("Cline", "Kilo", "Stakeholders"), ("Kilo", "Cline", "Stakeholders"));
        using var output = new StringWriter();
        MatrixText.Write([matrix], "t", output);
        output.ToString().Should().Contain("    roles      accountable Cline; consulted Kilo; informed Stakeholders\n");

        var list = ValidList.Parse(Two);
        Matrix(new GateScene(list), list).Columns.Should().HaveCount(6);
    }

    [Fact]
    public void A_list_of_sections_has_no_matrix()
    {
        var list = ValidList.Of("{}", "{ id: x, title: Do it, owners: zev }");

        Matrix(new GateScene(list), list).Rows.Should().BeEmpty();
    }

    [Fact]
    public void Hostile_texts_are_data_in_every_format()
    {
        const string hostile = "\"@all | <img src=x> ##[error]x \\u202E **b**\"";
        var list = ChecklistBinder.Bind(RuleChecking.Read(Two.Replace("title: Build", $"title: {hostile}", StringComparison.Ordinal)))!;
        var matrix = ImmutableArray.Create(Matrix(new GateScene(list), list));

        MatrixMarkdown.Table(matrix[0]).Split('\n')[2].Should().StartWith("| 1\\. `@all` \\| &lt;img src=x&gt; ##\\[error\\]x ").And.Contain("\\*\\*b\\*\\* | Dev |").And.NotContain("<img");
        var json = MatrixJson.Render(matrix, "t");
        json.Should().NotContain("##[");
        JsonDocument.Parse(json).RootElement.GetProperty("checklists")[0].GetProperty("phases")[0].GetProperty("phase").GetString().Should().Be("1. @all | <img src=x> ##[error]x \u202E **b**");
        using var output = new StringWriter();
        MatrixText.Write(matrix, "t", output);
        output.ToString().Should().Contain("  1. @all | <img src=x> ##(error]x ? **b**: Dev to Ops (day)\n");
    }

    /// <summary>The cells of the table under a heading, the headings first.</summary>
    private static string[][] ReadTable(string path, string level, string heading) =>
    [
        .. Repository.ReadText(path).Split('\n')
            .SkipWhile(line => !(line.StartsWith(level, StringComparison.Ordinal) && line.TrimEnd().EndsWith(heading, StringComparison.Ordinal)))
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Where(line => !line.StartsWith("| ---", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    private static Checklist Example() => ValidList.Parse(Repository.ReadText(Protocol), Protocol);

    private static TrackingMatrix Matrix(GateScene scene, Checklist list) => TrackingMatrix.Of(list, null, scene.Ask().Lists.Single());
}
