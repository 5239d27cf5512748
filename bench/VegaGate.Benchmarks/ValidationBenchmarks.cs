using BenchmarkDotNet.Attributes;
using VegaGate.Checklists;
using VegaGate.Rules;
using VegaGate.Syntax;
using VegaGate.Text;
using YamlDotNet.Core;

namespace VegaGate.Benchmarks;

/// <summary>What each step costs. Binding and the rules together are to cost no more than the parser's own events.</summary>
[MemoryDiagnoser]
public class ValidationBenchmarks
{
    private byte[] _bytes = [];
    private SourceText _source = SourceText.FromString("", "");
    private YamlTree? _tree;
    private string _text = "";

    [Params(64, 1_000, 10_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _bytes = SampleList.Make(Items);
        _source = SourceText.FromBytes("list.yaml", _bytes);
        _text = _source.Text;
        _tree = YamlTreeParser.Parse(_source);
    }

    [Benchmark(Baseline = true, Description = "events of the parser alone")]
    public int ParseEvents()
    {
        var parser = new Parser(new Scanner(new StringReader(_text)));
        var count = 0;
        while (parser.MoveNext())
            count++;
        return count;
    }

    [Benchmark(Description = "decode and guard")]
    public int Guard() => SourceGuard.Check(SourceText.FromBytes("list.yaml", _bytes), _bytes).Length;

    [Benchmark(Description = "tree")]
    public YamlTree Tree() => YamlTreeParser.Parse(_source);

    [Benchmark(Description = "bind")]
    public Checklist? Bind() => ChecklistBinder.Bind(_tree!);

    [Benchmark(Description = "bind and rules")]
    public int BindAndRules() => Validator.Validate([_tree!], RuleCatalog.All, DateTimeOffset.UnixEpoch, maxItems: int.MaxValue).Diagnostics.Length;
}
