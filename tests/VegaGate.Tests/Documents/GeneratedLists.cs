using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Documents.Writing;
using VegaGate.Syntax;

namespace VegaGate.Tests.Documents;

/// <summary>Checklists with everything that the format knows, and with texts that mean something to Markdown, YAML, CSV or a spreadsheet.</summary>
internal static class GeneratedLists
{
    private static readonly string[] Pieces =
    [
        "a", "Zev", " ", "  ", "|", "\\", "\\|", "`", "``", "`x|y`", "*", "**b**", "_i_", "#", "# h", "- ", "- [ ] ", "+ ", "1. ", "1.1 ", "> ", "<b>", "<script>alert(1)</script>", "<!-- x -->", "<br>", "&", "&amp;", "&#32;", "[l](u)", "[x]: y",
        "![i](u)", "](javascript:a)", "https://example.org/a_b", "@ann", "(Owner: x)", "=1+1", "+1", "-1", "@SUM(A1)", "'", "'=x", "\"", ",", ";", ":", ": ", " #", "---", "===", "~~~", "```", "{", "}", "[", "]", "%", "!", "?", "\t", "é", "ðŸŽ¯", "🎯",
        "\u00A0", "\u200D", "yes", "null", "1.10", "2026-01-01", "~", "...", "| --- |", "/", " / ", ", ", "$(x)", "${{ x }}", "::error::", "\u2028", "\uFFFD",
    ];

    public static Gen<string> Line { get; } =
        from count in Gen.Choose(1, 5)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), count)
        select string.Concat(pieces);

    public static Gen<string> Text { get; } =
        from lines in Gen.ArrayOf(Line, 2)
        from isLine in Gen.Elements(true, true, false)
        select isLine ? lines[0] : string.Join('\n', lines);

    private static readonly Gen<string> Names = Gen.Elements("zev", "rr", "kate", "ops");
    private static readonly Gen<string> Instants = Gen.Elements("2026-03-01T09:12:00Z", "2026-03-01T09:12Z");

    /// <summary>A checklist with sections or with phases.</summary>
    public static Gen<YamlMapping> List { get; } =
        from hasPhases in Gen.Elements(true, false)
        from list in ListOf(hasPhases)
        select list;

    private static Gen<MappingBuilder> Start => Gen.Fresh(() => new MappingBuilder());

    private static Gen<YamlMapping> Item(int number) =>
        from item in Start
        from title in Line
        from with in Gen.ArrayOf(Gen.Elements(true, false, false), 21)
        from texts in Gen.ArrayOf(Text, 6)
        from lines in Gen.ArrayOf(Line, 3)
        from names in Gen.ArrayOf(Names, 2)
        from at in Instants
        select item.Add("id", $"{number}.1{number}").Add("title", title)
            .Add("owners", with[0] ? names.Distinct(StringComparer.Ordinal).ToArray() : [])
            .Add("status", with[1] ? "in-progress" : null)
            .Add("pass", with[2] ? texts[0] : null)
            .Add("verify", with[3] ? YamlText.Of([new MappingBuilder().Add("http", new MappingBuilder().Add("url", texts[1]).Add("status", YamlText.Plain("200"))).Build()]) : null)
            .Add("before", with[4] ? "go-live" : null)
            .Add("required", with[5] ? YamlText.Plain("false") : null)
            .Add("needs", with[6] ? ["1.11"] : [])
            .Add("due", with[7] ? "2026-12-31" : null)
            .Add("severity", with[8] ? "high" : null)
            .Add("sign-off", with[9] ? YamlText.Plain("2") : with[10] ? new MappingBuilder().Add("ops", YamlText.Plain("1")).Build() : null)
            .Add("sign-offs", with[11] ? YamlText.Of([new MappingBuilder().Add("by", "zev").Add("at", at).Add("issue", YamlText.Plain("41")).Add("text", "3f9a1c7e").Build()]) : null)
            .Add("blocked", with[12] ? new MappingBuilder().Add("reason", texts[2]).Build() : null)
            .Add("waived", with[13] ? new MappingBuilder().Add("by", "zev").Add("reason", texts[3]).Add("until", "2026-12-31").Build() : null)
            .Add("was", with[14] ? ["0.1", "0.2"] : [])
            .Add("issue", with[20] ? YamlText.Plain($"{number}") : null)
            .Add("labels", with[15] ? lines[..2] : [])
            .Add("notes", with[16] ? texts[4] : null)
            .Add("evidence", with[17] ? texts[5] : null)
            .Add("roles", with[18] ? new MappingBuilder().Add("accountable", names[..1]).Build() : null)
            .Build();

    private static Gen<YamlMapping> Section(int number, bool isPhase) =>
        from section in Start
        from title in Line
        from items in Gen.CollectToArray(Enumerable.Range(number * 10, 2), Item)
        from with in Gen.ArrayOf(Gen.Elements(true, false), 6)
        from texts in Gen.ArrayOf(Line, 6)
        from text in Text
        select section.Add("id", $"part-{number}").Add("title", title)
            .Add("objective", isPhase && with[0] ? text : null)
            .Add("owners", with[1] ? ["zev", "ops"] : [])
            .Add("before", with[2] ? "go-live" : null)
            .Add("roles", isPhase && with[4] ? new MappingBuilder().Add("accountable", (string[])["ops"]).Add("consulted", (string[])["zev", "rr"]).Build() : null)
            .Add("items", YamlText.Of(items))
            .Add("handoff", isPhase && with[3] ? Handoff(texts, with) : null)
            .Build();

    private static YamlMapping Handoff(string[] texts, bool[] with) => new MappingBuilder()
        .Add("from", with[4] ? ["zev"] : [])
        .Add("to", (string[])["ops", "kate"])
        .Add("critical", with[5] ? YamlText.Plain("true") : null)
        .Add("criteria", with[4] ? texts[..2] : [])
        .Add("artifacts", with[5] ? YamlText.Of([new MappingBuilder().Add("name", texts[2]).Add("path", "a/b.md").Build(), new MappingBuilder().Add("name", texts[3]).Add("pull-request", YamlText.Plain("7")).Build()]) : null)
        .Add("matrix", with[4] || with[5] ? new MappingBuilder().Add("phase", texts[4]).Add("criteria", texts[2..4]).Build() : null)
        .Build();

    private static Gen<YamlMapping> ListOf(bool hasPhases) =>
        from list in Start
        from title in Line
        from with in Gen.ArrayOf(Gen.Elements(true, false), 12)
        from texts in Gen.ArrayOf(Text, 6)
        from lines in Gen.ArrayOf(Line, 16)
        from sections in Gen.CollectToArray(Enumerable.Range(1, 2), number => Section(number, hasPhases))
        select list.Add("checklist", "a-list").Add("title", title)
            .Add("description", with[0] ? texts[0] : null)
            .Add("version", with[1] ? lines[0] : null)
            .Add("prepared-by", with[6] ? lines[7] : null)
            .Add("date", with[7] ? "2026-01-11" : null)
            .Add("status", with[5] ? lines[6] : null)
            .Add("per", "once")
            .Add("legend", with[2] ? new MappingBuilder().Add("todo", lines[1]).Add("in-progress", "Doing").Build() : null)
            .Add("people", People(lines[2]))
            .Add("teams", new MappingBuilder().Add("ops", new MappingBuilder().Add("name", "Ops / all").Add("members", (string[])["zev"]).Build()).Build())
            .Add("gate", new MappingBuilder().Add("stages", (string[])["deploy", "go-live"]).Build())
            .Add(hasPhases ? "phases" : "sections", YamlText.Of(sections))
            .Add("handoff-steps", with[3] ? new MappingBuilder().Add("before", lines[3..5]).Add("after", lines[5..6]).Build() : null)
            .Add("roles", with[8] ? new MappingBuilder().Add("accountable", (string[])["ops"]).Add("informed", (string[])["zev", "rr"]).Build() : null)
            .Add("escalation", with[9] ? Escalation(lines[8..], with) : null)
            .Add("communication", with[10] ? Communication(lines[8..], with) : null)
            .Add("targets", with[11] ? Targets(lines[8..], with) : null)
            .Add("changes", with[4] ? YamlText.Of([new MappingBuilder().Add("date", "2026-01-01").Add("text", texts[1]).Add("by", lines[6]).Build()]) : null)
            .Add("related", with[5] ? YamlText.Of([new MappingBuilder().Add("title", with[6] ? lines[7] : "A page").Add("path", "docs/a.md").Build()]) : null)
            .Add("notes", with[7] ? texts[2] : null)
            .Build();

    private static YamlMapping Escalation(string[] texts, bool[] with) => new MappingBuilder()
        .Add("severity", with[0] ? "high" : null)
        .Add("classes", with[1] ? texts[..3] : [])
        .Add("calendar", with[2] ? new MappingBuilder().Add("time-zone", "Europe/Berlin").Add("hours", "09:00-18:00").Add("days", (string[])["mon", "fri"]).Build() : null)
        .Add("levels", with[3] ? YamlText.Of([Level("0m", ["zev"], texts[3]), Level("unresolved", ["ops", "kate"], texts[4])]) : null)
        .Add("report", with[4] ? new MappingBuilder().Add("title", texts[5]).Add("sections", YamlText.Of([new MappingBuilder().Add("title", texts[6]).Add("fields", YamlText.Of([new MappingBuilder().Add("name", texts[7]).Build()])).Build()])).Build() : null)
        .Build();

    private static YamlMapping Level(string after, string[] notify, string what) => new MappingBuilder().Add("after", after).Add("notify", notify).Add("do", what).Build();

    private static YamlMapping Communication(string[] texts, bool[] with) => new MappingBuilder()
        .Add("status-update", with[0] ? new MappingBuilder().Add("every", "1d").Add("when", texts[0]).Add("template", with[1] ? texts[1] : null).Add("channels", texts[2..4]).Add("to", (string[])["rr", "ops"]).Build() : null)
        .Add("meetings", with[2] || !with[0] ? new MappingBuilder().Add("critical", "required").Add("fallback", texts[4]).Add("at-most", "30m").Add("agenda", texts[5..7]).Build() : null)
        .Add("documentation", with[3] ? texts[6..] : [])
        .Build();

    private static YamlMapping Targets(string[] texts, bool[] with) => new MappingBuilder()
        .Add("phase-completion", with[0] ? "100%" : null)
        .Add("blocker-resolution", with[1] || !with[0] ? new MappingBuilder().Add("critical", "2h").Add("low", "1w").Build() : null)
        .Add("indicators", with[2] ? texts[..2] : [])
        .Add("metrics", with[3] ? YamlText.Of([new MappingBuilder().Add("name", texts[2]).Add("target", texts[3]).Build(), new MappingBuilder().Add("name", texts[4]).Add("target", texts[5]).Build()]) : null)
        .Build();

    private static YamlMapping People(string name) => new MappingBuilder()
        .Add("zev", new MappingBuilder().Add("name", "Zev").Add("github", "zev-login").Build())
        .Add("rr", new MappingBuilder().Add("name", name).Build())
        .Add("kate", new MappingBuilder().Add("name", "zev").Build())
        .Build();

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
