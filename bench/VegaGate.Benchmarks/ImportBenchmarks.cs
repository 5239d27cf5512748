using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Markdig;
using VegaGate.Documents;

namespace VegaGate.Benchmarks;

/// <summary>An import is to cost at most ten times what Markdig takes to read the same document.</summary>
[MemoryDiagnoser]
public class ImportBenchmarks
{
    private const int SectionSize = 50;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().Build();
    private static readonly string[] Owners = ["Zev / RR", "Zev", "Kate", "Ops lead", "@ann"];

    private string _text = "";
    private byte[] _bytes = [];

    [Params(5_000)]
    public int Items { get; set; }

    [Params("table", "boxes")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var text = new StringBuilder("# A long list\n\nEverything before the launch.\n");
        for (var at = 0; at < Items; at++)
        {
            var (section, item) = (at / SectionSize + 1, at % SectionSize + 1);
            if (item == 1)
                text.Append(CultureInfo.InvariantCulture, $"\n## {section}. Part {section} of the launch\n\n{(Kind == "table" ? "| # | Item | Owner | Status | Pass condition |\n|---|---|---|---|---|\n" : "")}");
            if (Kind == "table")
                text.Append(CultureInfo.InvariantCulture, $"| {section}.{item} | Confirm that `config/{at}.env` holds the *right* values. | {Owners[at % Owners.Length]} | Todo | The person who owns the step has seen it work. |\n");
            else
                text.Append(CultureInfo.InvariantCulture, $"- [{(at % 3 == 0 ? 'x' : ' ')}] **Step {at}**: confirm that `config/{at}.env` holds the right values (Owner: {Owners[at % 4]})\n");
        }

        _text = text.ToString();
        _bytes = Encoding.UTF8.GetBytes(_text);
    }

    [Benchmark(Baseline = true, Description = "Markdig alone")]
    public int Parse() => Markdown.Parse(_text, Pipeline).Count;

    [Benchmark(Description = "import")]
    public int Import() => DocumentImport.Read("list.md", _bytes).Yaml!.Length;
}
