using System.Text;

namespace VegaGate.EndToEnd.Running;

/// <summary>A folder of its own that plays the repository of a user. Gone when it is disposed of.</summary>
internal sealed class Workspace : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Folder { get; } = Directory.CreateTempSubdirectory("vegagate-e2e-").FullName;

    /// <summary>What is in the embedded tracker's file, as bytes.</summary>
    public byte[] TrackerBytes => File.ReadAllBytes(TrackerFile);

    public string TrackerFile => Path.Combine(Folder, ".vegagate", "tracker.json");

    public TrackerSnapshot Tracker => TrackerSnapshot.Read(TrackerBytes);

    /// <summary>A workspace with the three lists of this repository.</summary>
    public static Workspace WithRepositoryChecklists()
    {
        var workspace = new Workspace();
        foreach (var file in Directory.GetFiles(Repository.Checklists, "*.yaml", SearchOption.AllDirectories))
            workspace.Write(Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file));
        return workspace;
    }

    /// <summary>A workspace with one list, <c>checklists/list.yaml</c>.</summary>
    public static Workspace With(string checklist) => new Workspace().Write("checklists/list.yaml", checklist);

    public Workspace Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    public Workspace Write(string path, byte[] bytes)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Changes a text that stands in a file exactly once.</summary>
    public void Replace(string path, string old, string replacement)
    {
        var text = Read(path);
        text.Split(old).Should().HaveCount(2, "\"{0}\" stands once in {1}", old, path);
        Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public Task<ProgramRun> RunAsync(params string[] arguments) => VegaGateProgram.RunAsync(Folder, VegaGateProgram.NoVariables, arguments);

    public Task<ProgramRun> RunAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments) => VegaGateProgram.RunAsync(Folder, variables, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
