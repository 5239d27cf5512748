namespace VegaGate.Tests;

/// <summary>Files of the repository that are made from the code. Run with VEGAGATE_UPDATE=1 to write them anew.</summary>
internal static class GeneratedFile
{
    public static void IsCurrent(string path, string expected)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("VEGAGATE_UPDATE") == "1")
            File.WriteAllText(file, expected);
        File.ReadAllText(file).Should().Be(expected, "the file is made from the code: run the tests with VEGAGATE_UPDATE=1");
    }
}
