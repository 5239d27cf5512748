using VegaGate.Diagnostics;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Cli.Checklists;

/// <summary>A file that is to be read, or something in the place of one that is not read for a reason.</summary>
/// <param name="Path">The full path, without links in it.</param>
/// <param name="Shown">The path as it is shown.</param>
public sealed record ChecklistFile(string Path, string Shown)
{
    /// <summary>Whether a link led to it: what it holds is read, and nothing is written there.</summary>
    public bool IsLinked { get; init; }

    /// <summary>Why it is not read.</summary>
    internal FileProblem? Problem { get; init; }

    /// <summary>The tree of the file; where it cannot be read, a finding in its place.</summary>
    public YamlTree Read()
    {
        if (Problem is not null)
            return Refuse(Problem);
        try
        {
            return YamlReader.Read(Shown, BoundedFile.Read(Path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Refuse(FileProblem.Unreadable("file", Explain(failure)));
        }
    }

    /// <summary>Why reading failed, in words that need no knowledge of this program; without a full stop.</summary>
    internal static string Explain(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "it is not readable for the account that runs this",
        FileNotFoundException or DirectoryNotFoundException => "it is not there any more",
        PathTooLongException => "its path is too long",
        _ => failure.Message.TrimEnd('.'),
    };

    private YamlTree Refuse(FileProblem problem)
    {
        var source = SourceText.FromString(Shown, "");
        return new YamlTree(source, null, [new Diagnostic(problem.Descriptor, source, default, problem.Message)]);
    }
}

/// <summary>Why something is not read.</summary>
internal sealed record FileProblem(DiagnosticDescriptor Descriptor, string Message)
{
    /// <summary>For something that is there and cannot be read.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="reason">Without a full stop.</param>
    public static FileProblem Unreadable(string kind, string reason) => new(SyntaxDiagnostics.UnreadableFile, $"This {kind} cannot be read: {reason}.");
}
