namespace VegaGate.Cli.Checklists;

/// <summary>Paths without links in them.</summary>
internal static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MaxLinks = 40;

    /// <summary>What a full path leads to; null where that is nothing, also for links in a circle.</summary>
    public static string? Of(string path)
    {
        var links = 0;
        var root = Path.GetPathRoot(path) ?? "";
        var real = root;
        var rest = new Stack<string>();
        Push(path[root.Length..]);
        while (rest.TryPop(out var part))
        {
            if (part is "." or "..")
            {
                real = part == "." ? real : Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
                return null;
            var targetRoot = Path.GetPathRoot(target) ?? "";
            if (targetRoot.Length > 0)
                real = targetRoot;
            Push(target[targetRoot.Length..]);
        }

        return Path.Exists(real) ? real : null;

        void Push(string parts)
        {
            var all = parts.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
            for (var i = all.Length - 1; i >= 0; i--)
                rest.Push(all[i]);
        }
    }
}
