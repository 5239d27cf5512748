using System.Security.Cryptography;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>
/// Tells the findings of one run from each other by what their lines say, not by where they stand: a finding keeps its fingerprint when lines are added
/// above it, or its own is indented anew. Equal lines of a file are told apart by their order.
/// </summary>
internal sealed class LineFingerprints
{
    private const int Digits = 16;

    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);

    /// <summary>Findings come in the order of the text: a line is hashed once, however many it has.</summary>
    private (SourceText? Source, int Line, string Text) _last = (null, 0, "");

    public string Next(Diagnostic diagnostic)
    {
        var line = diagnostic.Source.GetPosition(diagnostic.Span.Start).Line;
        if (!ReferenceEquals(_last.Source, diagnostic.Source) || _last.Line != line)
            _last = (diagnostic.Source, line, Hash(Normalize(diagnostic.Source.GetLine(line))));
        var hash = Hash($"{diagnostic.Descriptor.Id}\n{_last.Text}");
        var key = $"{hash}\n{diagnostic.Source.Path}";
        var occurrence = _occurrences.GetValueOrDefault(key) + 1;
        _occurrences[key] = occurrence;
        return $"{hash}:{occurrence}";
    }

    private static string Normalize(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
