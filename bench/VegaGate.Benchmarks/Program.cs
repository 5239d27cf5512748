using BenchmarkDotNet.Running;
using VegaGate.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ValidationBenchmarks).Assembly).Run(args);
