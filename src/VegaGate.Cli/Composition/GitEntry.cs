using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace VegaGate.Cli.Composition;

/// <summary>A regular file of a commit, as <c>git ls-tree</c> lists it.</summary>
/// <param name="Name">The id of the object with its content.</param>
/// <param name="Size">In bytes; null where the listing was made without sizes.</param>
internal sealed record GitEntry(string Path, string Name, long? Size)
{
    /// <summary>The regular files of a listing that was made with <c>-z</c>: a link, a folder or another repository has another mode and is left out.</summary>
    public static ImmutableArray<GitEntry> ReadAll(byte[] listing) =>
        [.. Encoding.UTF8.GetString(listing).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<GitEntry>()];

    private static GitEntry? Read(string line)
    {
        // "100644 blob <object><tab><path>", and with -l "100644 blob <object> <size, padded><tab><path>".
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab < 0 ? null : line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["100644" or "100755", "blob", var name] => new GitEntry(line[(tab + 1)..], name, null),
            ["100644" or "100755", "blob", var name, var size] => new GitEntry(line[(tab + 1)..], name, long.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture)),
            _ => null,
        };
    }
}
