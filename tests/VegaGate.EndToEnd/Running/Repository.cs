namespace VegaGate.EndToEnd.Running;

/// <summary>Where things are in the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Checklists => Path.Combine(Root, "checklists");

    public static string Tests => Path.Combine(Root, "tests", "VegaGate.EndToEnd");

    /// <summary>The published program; the build of this project made it.</summary>
    public static string Program => Path.Combine(Root, "artifacts", "program", OperatingSystem.IsWindows() ? "vegagate.exe" : "vegagate");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "VegaGateAction.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository.");
        return folder;
    }
}
