using VegaGate.Text;

namespace VegaGate.Probes;

/// <summary>Data from outside in evidence: short, on one line, and between quotation marks.</summary>
internal static class Shown
{
    private const int MostCharacters = 80;

    public static string Of(string text) => $"\"{ForeignText.Line(text, MostCharacters)}\"";
}
