using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>A part of a page that says what the tests saw. Run with VEGAGATE_UPDATE=1 to write it anew.</summary>
internal static class GeneratedPart
{
    public static void ShouldBe(string page, string begin, string end, string expected)
    {
        var file = Path.Combine(Repository.Root, page);
        var text = File.ReadAllText(file);
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var stop = text.IndexOf(end, start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("VEGAGATE_UPDATE") == "1")
            File.WriteAllText(file, text[..start] + expected + text[stop..]);
        else
            text[start..stop].Should().Be(expected, "the page says what the tests saw: run them with VEGAGATE_UPDATE=1");
    }
}
