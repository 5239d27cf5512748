using System.Text.Json;
using VegaGate.Cli.Doctor;

namespace VegaGate.Cli.Reporting;

/// <summary>What the checks found, for people and for programs.</summary>
internal static class DoctorReport
{
    private const int FormatVersion = 1;

    public static void WriteText(IEnumerable<(string Check, Finding Finding)> findings, TextWriter output)
    {
        foreach (var (check, finding) in findings)
        {
            output.Write($"{Word(finding),-4}  {check}: {SafeText.Show(finding.Message)}\n");
            if (finding.Advice is { } advice)
                output.Write($"      {SafeText.Show(advice)}\n");
        }
    }

    /// <summary>One object with a format version.</summary>
    public static string RenderJson(IEnumerable<(string Check, Finding Finding)> findings) => JsonText.RenderObject(
        FormatVersion,
        json => json.WriteObjects("findings", findings, found =>
        {
            json.WriteString("check", found.Check);
            json.WriteString("level", Word(found.Finding));
            json.WriteString("message", found.Finding.Message);
            json.WriteString("advice", found.Finding.Advice ?? "");
        }),
        new JsonWriterOptions { Indented = true, NewLine = "\n" }) + "\n";

    private static string Word(Finding finding) => finding.Level.ToString().ToLowerInvariant();
}
