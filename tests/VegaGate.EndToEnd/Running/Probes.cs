using System.Text;

namespace VegaGate.EndToEnd.Running;

/// <summary>Lists of the repository as tests walk them: with people alone.</summary>
internal static class Probes
{
    /// <summary>The list without its <c>verify</c> keys, each in a block of its own, and what stands under them.</summary>
    public static string WithoutThem(string list)
    {
        var kept = new StringBuilder();
        var indentation = -1;
        foreach (var line in list.Split('\n'))
        {
            var own = line.Length - line.TrimStart(' ').Length;
            if (indentation >= 0 && own > indentation)
                continue;
            indentation = line.Trim() == "verify:" ? own : -1;
            if (indentation < 0)
                kept.Append(line).Append('\n');
        }

        kept.Length--;
        var text = kept.ToString();
        text.Should().NotContain("verify:");
        return text;
    }
}
