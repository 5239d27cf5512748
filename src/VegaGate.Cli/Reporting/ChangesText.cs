using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>The change log for a terminal: an entry, and below it a line for each commit of its time.</summary>
internal static class ChangesText
{
    private const int ShownSha = 7;

    public static void Write(IEnumerable<LoggedChanges> lists, TextWriter output)
    {
        foreach (var list in lists)
        {
            output.Write($"\n{list.Name}: {SafeText.Show(list.Title)} ({SafeText.Show(list.Path)})\n");
            if (list.Entries.IsEmpty)
                output.Write("  nothing is known: the file is in no commit, and has no `changes`\n");
            foreach (var entry in list.Entries)
            {
                output.Write($"\n  {SafeText.Show(LoggedChanges.Describe(entry).ReplaceLineEndings(" "))}\n");
                foreach (var commit in entry.Commits)
                    output.Write($"    {commit.Sha[..Math.Min(ShownSha, commit.Sha.Length)]}  {Instants.Show(commit.At)}  {SafeText.Show(commit.Author)}: {SafeText.Show(commit.Subject)}\n");
            }
        }
    }
}
