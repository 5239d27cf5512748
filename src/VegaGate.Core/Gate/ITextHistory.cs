namespace VegaGate.Gate;

/// <summary>A commit that changed a file.</summary>
/// <param name="Parents">Ids of its parents; none for the first commit.</param>
public sealed record FileChange(string Commit, IReadOnlyList<string> Parents);

/// <summary>The history of the repository's files. What cannot be answered is a <see cref="Tracking.TrackerException"/>, never a guess.</summary>
public interface ITextHistory
{
    /// <summary>The commit whose files are gated.</summary>
    string Head { get; }

    /// <summary>The newest commit, from one on back, that changed a file; null when none did.</summary>
    FileChange? FindLastChange(string commit, string path);

    /// <summary>The file at a commit; null when it is not there.</summary>
    byte[]? Read(string commit, string path);

    /// <summary>The path that a file had in the parent, where the commit renamed it; null when it was new.</summary>
    string? FindFormerPath(string commit, string parent, string path);
}
