using System.Text;
using System.Text.Json;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Reporting;

namespace VegaGate.Cli.Evidence;

/// <summary>A file of evidence, and the page for people that lies beside it.</summary>
internal sealed class EvidenceFile
{
    private const string Extension = ".json";

    /// <summary>Far more than the largest list needs whose issues are full of comments.</summary>
    private const int MostBytes = 128 * 1024 * 1024;

    private EvidenceFile(string path, string shown) => (Path, Shown) = (path, shown);

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The path as it is shown.</summary>
    public string Shown { get; }

    public string ShownPage => System.IO.Path.ChangeExtension(Shown, ".md");

    private string Page => System.IO.Path.ChangeExtension(Path, ".md");

    /// <summary>The file of that name, which need not be there.</summary>
    /// <exception cref="UsageException">The name does not end with .json.</exception>
    public static EvidenceFile Of(string path, Surroundings surroundings)
    {
        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"a file of evidence has a name that ends with {Extension}; beside it lies the page for people, which ends with .md.");
        var full = System.IO.Path.GetFullPath(path, surroundings.Directory);
        return new EvidenceFile(full, ShownPath.Of(full, surroundings.Directory));
    }

    /// <summary>Writes both, each as a whole; the page first, so that the evidence is never beside one that says more than it.</summary>
    /// <exception cref="UsageException">One of them cannot be written, or the file would be too large to be verified.</exception>
    public void Write(EvidenceDocument document)
    {
        var json = EvidenceJson.Render(document);
        if (json.Length > MostBytes)
            throw new UsageException($"the evidence would have more than {MostBytes / 1024 / 1024} MiB: ask the gate about fewer lists at a time.");
        foreach (var (path, shown, text) in new[] { (Page, ShownPage, EvidenceMarkdown.Render(document)), (Path, Shown, json) })
        {
            if (NewFile.TryWrite(path, text, overwrites: true) is { } problem)
                throw new UsageException($"{shown} {problem}.");
        }
    }

    /// <summary>The page beside the file; null where there is none, or none that could be its page.</summary>
    public string? ReadPage() => File.Exists(Page) ? Encoding.UTF8.GetString(Read(Page, ShownPage)) : null;

    /// <summary>Reads it, and no more of it than evidence may have.</summary>
    /// <exception cref="UsageException">It cannot be read, or is no evidence of this format.</exception>
    public (byte[] Bytes, EvidenceDocument Document) Read()
    {
        var bytes = Read(Path, Shown);
        try
        {
            return (bytes, EvidenceJson.Read(bytes));
        }
        catch (OtherVersionException other)
        {
            throw new UsageException($"{Shown} is evidence of format {other.Version}, and this program reads format {EvidenceDocument.FormatVersion}: take the program that wrote it.");
        }
        catch (JsonException failure)
        {
            var at = failure.LineNumber is { } line ? $":{line + 1}:{failure.BytePositionInLine + 1}" : "";
            throw new UsageException($"{Shown}{at} is no whole file that `vegagate gate --evidence` has written: {SafeText.Show(failure.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0]).TrimEnd('.')}.");
        }
    }

    private static byte[] Read(string path, string shown)
    {
        try
        {
            var bytes = BoundedFile.Read(path, MostBytes);
            return bytes.Length <= MostBytes ? bytes.ToArray() : throw new UsageException($"{shown} has more than {MostBytes / 1024 / 1024} MiB, and is no evidence.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"{shown} cannot be read: {ChecklistFile.Explain(failure)}.");
        }
    }
}
