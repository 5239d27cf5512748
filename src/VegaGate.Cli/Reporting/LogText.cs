using System.Collections.Immutable;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>The audit trail for people: an item, and below it a line for each thing that was done.</summary>
internal static class LogText
{
    public static void Write(ImmutableArray<LoggedList> lists, string tracker, TextWriter output)
    {
        foreach (var list in lists)
        {
            output.Write($"\n{list.Name}: {SafeText.Show(list.Title)} ({tracker})\n");
            foreach (var item in list.Items.Where(item => list.Items.Length == 1 || !item.Entries.IsEmpty))
            {
                output.Write($"\n  {SafeText.Show(item.Title)} ({item.Standing})\n");
                foreach (var entry in item.Entries)
                    WriteEntry(entry, output);
            }

            if (list.Items.Count(item => item.Entries.IsEmpty) is var quiet and > 0)
                output.Write($"\n  {quiet} of {list.Items.Length} items: nobody did anything yet\n");
        }
    }

    private static void WriteEntry(AuditEntry entry, TextWriter output) => output.Write(
        $"    {Instants.Show(entry.At)}  {SafeText.Show(LogWords.Who(entry))}  {SafeText.Show(entry.Act)}: {SafeText.Show(entry.Sentence)} [{LogWords.Worth(entry)}]\n");
}
