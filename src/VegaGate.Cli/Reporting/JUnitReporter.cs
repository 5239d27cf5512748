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
        surroundings.Output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(surroundings.Output, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
            Write(xml, diagnostics, files);
        surroundings.Output.Write("\n");
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
            WriteAttribute(xml, "name", path);
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
        WriteAttribute(xml, "classname", path);
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
        WriteAttribute(xml, "classname", diagnostic.Source.Path);
        xml.WriteAttributeString("name", $"{diagnostic.Descriptor.Id} {diagnostic.Descriptor.Name} ({at.Line}:{at.Column})");
        WriteAttribute(xml, "file", diagnostic.Source.Path);
        xml.WriteAttributeString("line", at.Line.ToString());
        xml.WriteAttributeString("time", "0");
        if (diagnostic.Severity == DiagnosticSeverity.Error)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", diagnostic.Descriptor.Id);
            WriteAttribute(xml, "message", SafeText.Show(diagnostic.Message));
        }
        else
        {
            xml.WriteStartElement("system-out");
        }

        WriteText(xml, description.ToString());
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteAttribute(XmlWriter xml, string name, string text)
    {
        xml.WriteStartAttribute(name);
        WriteText(xml, text);
        xml.WriteEndAttribute();
    }

    /// <summary>In a job's log the runner obeys `##[` anywhere in a line, where a reference for the bracket means the same.</summary>
    private static void WriteText(XmlWriter xml, string text)
    {
        var pieces = Clean(text).Split("##[");
        xml.WriteString(pieces[0]);
        foreach (var piece in pieces.Skip(1))
        {
            xml.WriteString("##");
            xml.WriteCharEntity('[');
            xml.WriteString(piece);
        }
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
