using BenchmarkDotNet.Attributes;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Benchmarks;

/// <summary>Twice the items are to cost at most 2.3 times as much, also where every item breaks the same rules.</summary>
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private byte[] _good = [];
    private byte[] _bad = [];

    [Params(5_000, 10_000, 20_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _good = SampleList.Make(Items);
        _bad = SampleList.MakeBad(Items);
    }

    [Benchmark(Description = "nothing to find")]
    public int Good() => Validate(_good);

    [Benchmark(Description = "every item breaks the same rules")]
    public int Bad() => Validate(_bad);

    private static int Validate(byte[] bytes) => Validator.Validate([YamlReader.Read("list.yaml", bytes)], RuleCatalog.All, DateTimeOffset.UnixEpoch, maxItems: int.MaxValue).Diagnostics.Length;
}
