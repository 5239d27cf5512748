#pragma warning disable RS0030 // The program has no other output.
using BenchmarkDotNet.Running;
using VegaGate.Benchmarks;

var summaries = BenchmarkSwitcher.FromAssembly(typeof(ValidationBenchmarks).Assembly).Run(args);
return Limits.Hold(summaries, Console.Out) ? 0 : 1;
