using VegaGate.Cli.Reporting.Updates;
using VegaGate.Gate;
using VegaGate.Phases;
using VegaGate.Tests.Gate;
using VegaGate.Tests.Phases;
using VegaGate.Text;

namespace VegaGate.Tests.Cli.Reporting.Updates;

public sealed class UpdateTemplateTests
{
    [Fact]
    public void Each_placeholder_becomes_what_the_form_that_is_built_in_shows_for_that_part()
    {
        var scene = PhaseScene.HandedOver().Say("c", "rr", "/start");
        var update = PhaseScene.Update(scene, GateScene.Start);
        var builtIn = UpdateMarkdown.Render(update);

        var text = Fill("Our update of {{ title }}, {{date}} ({{progress}}; {{active}})\r\n\r\n{{phases}}\r\n\r\n{{done}}\r\n\r\nNow:\r\n{{in-progress}}\r\nBlocked: {{blocked}}\r\n", update);

        text.Should().StartWith("Our update of A list, 2026-03-01 (3 of 4; 2\\. Run)\n\n| Phase | ").And.EndWith("\nBlocked: Nothing.\n").And.NotContain("\r");
        var done = builtIn[(builtIn.IndexOf("\n## Done since ", StringComparison.Ordinal) + 1)..builtIn.IndexOf("\n## In progress", StringComparison.Ordinal)].Split("\n\n")[1].TrimEnd('\n');
        done.Should().StartWith("* [Hand-off: Build](<");
        text.Should().Contain($"\n\n{done}\n\nNow:\n* [c C](<");
        builtIn.Should().Contain(text.Split("\n\n")[1], "the matrix");
    }

    [Fact]
    public void The_one_to_begin_with_has_every_placeholder()
    {
        foreach (var name in UpdateTemplate.Placeholders)
            UpdateTemplate.Example.Should().Contain($"{{{{{name}}}}}");

        Fill(UpdateTemplate.Example, PhaseScene.Update(PhaseScene.HandedOver(), GateScene.Start)).Should().StartWith("# A list: status on 2026-03-01\n\nActive: 2\\. Run. 3 of 4 items are clear.\n\nTo: nobody\n\n").And.NotContain("{{").And.EndWith("\nNothing.\n");
    }

    [Theory]
    [InlineData("# Update\n\n{{done}} {{dnoe}}", "UPDATE.md:3:10: there is no placeholder {{dnoe}}; there are {{active}}, {{blocked}}, ")]
    [InlineData("{{done}}\n{{}}", "UPDATE.md:2:1: there is no placeholder {{}}; there are ")]
    [InlineData("{{done}}\n ${{ secrets.X }}", "UPDATE.md:2:3: there is no placeholder {{secrets.X}}; there are ")]
    [InlineData("{{done}}\n{{next\n}}", "UPDATE.md:2:1: a placeholder begins with {{ and ends with }} in the same line.")]
    [InlineData("{{done}} {{next", "UPDATE.md:1:10: a placeholder begins with {{ and ends with }} in the same line.")]
    [InlineData("# Update\n{{next}}", "UPDATE.md:1:1: {{done}} has no place, and hand-offs are told there: put it on a line of its own.")]
    public void What_cannot_be_followed_is_named_with_its_place(string text, string problem)
    {
        var parsed = UpdateTemplate.Parse(SourceText.FromString("UPDATE.md", text));

        parsed.Template.Should().BeNull();
        parsed.Problem.Should().StartWith(problem);
    }

    [Fact]
    public void A_text_that_looks_like_a_placeholder_or_like_markup_stays_text()
    {
        const string hostile = "{{done}} {{next}} @all <img src=x> [x](y)\n# {{to}}";
        var at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var entry = new UpdateEntry(hostile, hostile, 1, "https://github.com/a/b/issues/1");
        var update = new ProgressUpdate(
            "list", hostile, at, at, new TrackingMatrix("list", hostile, [new MatrixRow(1, "a", hostile, hostile, hostile, [hostile], [hostile], HandoffStep.Open, hostile)]), 1, 2, [hostile],
            [.. ProgressUpdate.PartKeys.Select(key => new UpdatePart(key, key, [entry]))]);

        var text = Fill("{{title}}\n{{done}}\n{{next}}", update);

        const string escaped = "{{done}} {{next}} `@all` &lt;img src=x&gt; \\[x\\](y) # {{to}}";
        text.Should().Be($"{escaped}\n* [{escaped}](<https://github.com/a/b/issues/1>): {escaped}\n* [{escaped}](<https://github.com/a/b/issues/1>): {escaped}\n");
    }

    [Fact]
    public void A_filled_template_has_room_in_a_comment_and_says_what_it_leaves_out()
    {
        var at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var entry = new UpdateEntry(new string('x', 3_000), "", 1, "");
        var update = new ProgressUpdate("list", "L", at, at, new TrackingMatrix("list", "L", []), 1, 2, [], [.. ProgressUpdate.PartKeys.Select(key => new UpdatePart(key, key, [.. Enumerable.Repeat(entry, 20)]))]);

        var text = Fill($"{{{{done}}}}\n{{{{next}}}}\n{new string('y', 8_000)}", update);

        text.Length.Should().BeLessThan(60_100);
        text.Should().MatchRegex(@"\* and \d+ more\ny+\n$");
    }

    private static string Fill(string template, ProgressUpdate update)
    {
        var (parsed, problem) = UpdateTemplate.Parse(SourceText.FromString("UPDATE.md", template));
        problem.Should().BeNull();
        return parsed!.Fill(update);
    }
}
