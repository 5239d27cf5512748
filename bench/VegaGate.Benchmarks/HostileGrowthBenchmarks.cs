using System.Text;
using BenchmarkDotNet.Attributes;
using VegaGate.Rules;
using VegaGate.Syntax;
using VegaGate.Tests.Rules;

namespace VegaGate.Benchmarks;

/// <summary>The same for lists in which each part speaks of all others.</summary>
[MemoryDiagnoser]
public class HostileGrowthBenchmarks
{
    private byte[] _list = [];

    [Params(5_000, 10_000)]
    public int Items { get; set; }

    [ParamsSource(nameof(Lists))]
    public string List { get; set; } = "";

    public static IEnumerable<string> Lists => HostileLists.All.Keys;

    [GlobalSetup]
    public void Prepare() => _list = Encoding.UTF8.GetBytes(HostileLists.All[List](Items));

    [Benchmark(Description = "a hostile list of")]
    public int Validate() => Validator.Validate([YamlReader.Read("list.yaml", _list)], RuleCatalog.All, DateTimeOffset.UnixEpoch, maxItems: int.MaxValue).Diagnostics.Length;
}
