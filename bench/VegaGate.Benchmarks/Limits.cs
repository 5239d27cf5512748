using System.Globalization;
using BenchmarkDotNet.Reports;

namespace VegaGate.Benchmarks;

/// <summary>What measured times and memory are held against, as far as the benchmarks ran.</summary>
internal static class Limits
{
    private const double MostOfEvents = 1;
    private const double MostOfMarkdig = 10;
    private const double MostGrowth = 2.3;

    /// <summary>Writes each ratio with its limit, and says whether all of them are met.</summary>
    public static bool Hold(IEnumerable<Summary> summaries, TextWriter output)
    {
        var reports = summaries.SelectMany(summary => summary.Reports).ToList();
        var isMet = reports.TrueForAll(report => report.ResultStatistics is not null);
        if (!isMet)
            output.WriteLine("Some benchmarks did not run to their end.");
        foreach (var (name, ratio, most) in Compare([.. reports.Where(report => report.ResultStatistics is not null)]))
        {
            isMet &= ratio <= most;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(ratio <= most ? "met" : "NOT MET")}: {name}: {ratio:0.00}, at most {most:0.0}"));
        }

        return isMet;
    }

    private static IEnumerable<(string Name, double Ratio, double Most)> Compare(IReadOnlyCollection<BenchmarkReport> reports) =>
    [
        .. AgainstBaseline(reports, nameof(ValidationBenchmarks.BindAndRules), MostOfEvents),
        .. AgainstBaseline(reports, nameof(ImportBenchmarks.Import), MostOfMarkdig),
        .. WithTwiceTheItems(reports),
    ];

    private static IEnumerable<(string Name, double Ratio, double Most)> AgainstBaseline(IReadOnlyCollection<BenchmarkReport> reports, string method, double most) =>
        from report in reports
        where report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method
        from baseline in reports
        where baseline.BenchmarkCase.Descriptor.Baseline && baseline.BenchmarkCase.Descriptor.Type == report.BenchmarkCase.Descriptor.Type && Parameters(baseline) == Parameters(report)
        select ($"{NameOf(report)} against {NameOf(baseline)} ({Parameters(report)})", Time(report) / Time(baseline), most);

    private static IEnumerable<(string Name, double Ratio, double Most)> WithTwiceTheItems(IReadOnlyCollection<BenchmarkReport> reports) =>
        from once in reports
        where once.BenchmarkCase.Descriptor.Type == typeof(GrowthBenchmarks) || once.BenchmarkCase.Descriptor.Type == typeof(HostileGrowthBenchmarks)
        from twice in reports
        where twice.BenchmarkCase.Descriptor.Equals(once.BenchmarkCase.Descriptor) && Items(twice) == 2 * Items(once) && Others(twice) == Others(once)
        from growth in new[] { ("time", Time(twice) / Time(once)), ("memory", Memory(twice) / Memory(once)) }
        select ($"{growth.Item1} of {NameOf(once)} {Others(once)} from {Items(once)} to {Items(twice)}", growth.Item2, MostGrowth);

    private static double Time(BenchmarkReport report) => report.ResultStatistics!.Median;

    private static double Memory(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? double.NaN;

    private static int Items(BenchmarkReport report) => (int)report.BenchmarkCase.Parameters[nameof(GrowthBenchmarks.Items)];

    private static string Others(BenchmarkReport report) =>
        string.Join(", ", report.BenchmarkCase.Parameters.Items.Where(parameter => parameter.Name != nameof(GrowthBenchmarks.Items)).Select(parameter => parameter.Value));

    private static string Parameters(BenchmarkReport report) => report.BenchmarkCase.Parameters.DisplayInfo;

    private static string NameOf(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo;
}
