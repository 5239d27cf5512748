using System.Text;
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
    public static string RenderJson(IEnumerable<(string Check, Finding Finding)> findings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteStartArray("findings");
            foreach (var (check, finding) in findings)
            {
                json.WriteStartObject();
                json.WriteString("check", check);
                json.WriteString("level", Word(finding));
                json.WriteString("message", finding.Message);
                json.WriteString("advice", finding.Advice ?? "");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        // In a job's log the runner obeys this anywhere in a line; in JSON it can stand in a string only, where an escape means the same.
        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("##[", "##\\u005b", StringComparison.Ordinal) + "\n";
    }

    private static string Word(Finding finding) => finding.Level.ToString().ToLowerInvariant();
}
