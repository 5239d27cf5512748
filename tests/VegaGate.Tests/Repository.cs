namespace VegaGate.Tests;

/// <summary>Files of the repository that the tests are built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The real checklists.</summary>
    public static TheoryData<string> Checklists { get; } =
        ["checklists/examples/vega77-go-live.yaml", "checklists/examples/vauntico-deployment.yaml", "checklists/vegagate-release.yaml"];

    public static byte[] ReadBytes(string path) => File.ReadAllBytes(Path.Combine(Root, path));

    public static string ReadText(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VegaGateAction.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
