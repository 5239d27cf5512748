using System.Collections.Immutable;

namespace VegaGate.Conditions;

/// <summary>A file of the commit.</summary>
/// <param name="Path">From the root of the repository, with forward slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Name">By which <see cref="ICommitFiles.Read"/> finds it.</param>
public sealed record CommitFile(string Path, long Size, string Name);

/// <summary>The tracked files of the commit that is gated. What cannot be answered is an <see cref="UnansweredException"/>, never a guess.</summary>
public interface ICommitFiles
{
    /// <summary>Every file, in the order of their paths; links and other repositories are none.</summary>
    ImmutableArray<CommitFile> List();

    /// <summary>What is in files of the listing, one after the other and in their order.</summary>
    IEnumerable<byte[]> Read(ImmutableArray<CommitFile> files);

    /// <summary>When the last commit that changed a file was made; null where none has it.</summary>
    DateTimeOffset? FindLastChange(string path);
}
