using System.Collections.Immutable;
using System.Text;
using System.Xml;
using VegaGate.Diagnostics;

namespace VegaGate.Cli.Reporting;

/// <summary>
/// For a CI that shows test results: a suite for each file. An error is a failed case; a warning or a notice fails nothing, and is a case that passes with
/// the finding as its output. A file without findings is one case that passes.
/// </summary>
public sealed class JUnitReporter : IDiagnosticReporter
{
    public void Report(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<string> files, Surroundings surroundings)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
            Write(xml, diagnostics, files);

        // In a job's log the runner obeys this anywhere in a line; here it can stand in a text or an attribute only, where a reference means the same.
        surroundings.Output.Write(Encoding.UTF8.GetString(buffer.ToArray()).Replace("##[", "##&#91;", StringComparison.Ordinal) + "\n");
    }

    private static void Write(XmlWriter xml, ImmutableArray<Diagnostic> diagnostics, ImmutableArray<string> files)
    {
        var byFile = diagnostics.ToLookup(diagnostic => diagnostic.Source.Path, StringComparer.Ordinal);
        var paths = files.Union(byFile.Select(group => group.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "vegagate");
        WriteCounts(xml, paths.Sum(path => Math.Max(1, byFile[path].Count())), CountErrors(diagnostics));
        foreach (var path in paths)
        {
            var findings = byFile[path].ToArray();
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Clean(path));
            WriteCounts(xml, Math.Max(1, findings.Length), CountErrors(findings));
            if (findings.Length == 0)
                WriteClean(xml, path);
            foreach (var finding in findings)
                Write(xml, finding);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static int CountErrors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static void WriteCounts(XmlWriter xml, int tests, int failures)
    {
        xml.WriteAttributeString("tests", tests.ToString());
        xml.WriteAttributeString("failures", failures.ToString());
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", "0");
        xml.WriteAttributeString("time", "0");
    }

    private static void WriteClean(XmlWriter xml, string path)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(path));
        xml.WriteAttributeString("name", "no findings");
        xml.WriteAttributeString("time", "0");
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Diagnostic diagnostic)
    {
        var at = diagnostic.Source.GetPosition(diagnostic.Span.Start);
        using var description = new StringWriter { NewLine = "\n" };
        ConsoleReporter.Write(description, diagnostic, useColor: false);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(diagnostic.Source.Path));
        xml.WriteAttributeString("name", $"{diagnostic.Descriptor.Id} {diagnostic.Descriptor.Name} ({at.Line}:{at.Column})");
        xml.WriteAttributeString("file", Clean(diagnostic.Source.Path));
        xml.WriteAttributeString("line", at.Line.ToString());
        xml.WriteAttributeString("time", "0");
        if (diagnostic.Severity == DiagnosticSeverity.Error)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", diagnostic.Descriptor.Id);
            xml.WriteAttributeString("message", Clean(SafeText.Show(diagnostic.Message)));
        }
        else
        {
            xml.WriteStartElement("system-out");
        }

        xml.WriteString(Clean(description.ToString()));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>XML 1.0 has no way to write most controls, half a surrogate pair, and two code points at the end of the plane: they become U+FFFD.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                clean.Append(text[at]).Append(text[++at]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '\uFFFD');
        }

        return clean.ToString();
    }
}
