using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Syntax;

/// <summary>
/// The findings of one text, bounded: of a kind that is reported place by place at most <see cref="MostPlaces"/> are kept, and of a kind that is
/// gathered there is one finding, which names the other places as related ones. Either says how many more there are.
/// </summary>
internal sealed class ProblemList(SourceText source)
{
    public const int MostPlaces = 20;

    private readonly List<Kind> _kinds = [];

    public SourceText Source => source;

    public bool IsEmpty => _kinds.Count == 0;

    public bool Has(DiagnosticDescriptor descriptor) => _kinds.Exists(k => k.Descriptor == descriptor);

    /// <summary>Reports one place.</summary>
    public void Add(DiagnosticDescriptor descriptor, TextSpan span, string message, RelatedPlace? related = null) =>
        Of(descriptor, isGathered: false).Add(span, message, related);

    /// <summary>Reports a place of a kind of which many come together.</summary>
    public void Gather(DiagnosticDescriptor descriptor, TextSpan span, string message) => Of(descriptor, isGathered: true).Add(span, message, null);

    public ImmutableArray<Diagnostic> ToDiagnostics()
    {
        if (IsEmpty)
            return [];
        var all = new List<Diagnostic>();
        foreach (var kind in _kinds)
            kind.Report(source, all);
        all.Sort(Diagnostic.Compare);
        return [.. all];
    }

    private Kind Of(DiagnosticDescriptor descriptor, bool isGathered)
    {
        var kind = _kinds.Find(k => k.Descriptor == descriptor);
        if (kind is null)
            _kinds.Add(kind = new Kind(descriptor, isGathered));
        return kind;
    }

    private sealed class Kind(DiagnosticDescriptor descriptor, bool isGathered)
    {
        private readonly List<(TextSpan Span, string Message, RelatedPlace? Related)> _places = [];
        private int _count;

        public DiagnosticDescriptor Descriptor => descriptor;

        public void Add(TextSpan span, string message, RelatedPlace? related)
        {
            if (_count++ < MostPlaces)
                _places.Add((span, message, related));
        }

        public void Report(SourceText text, List<Diagnostic> into)
        {
            if (isGathered)
            {
                var (span, message, _) = _places[0];
                into.Add(new Diagnostic(descriptor, text, span, message + More(_count - 1))
                {
                    Related = [.. _places.Skip(1).Select(p => new RelatedPlace(text, p.Span, p.Message))],
                });
                return;
            }

            foreach (var (span, message, related) in _places)
                into.Add(new Diagnostic(descriptor, text, span, message) { Related = related is null ? [] : [related] });
            if (_count > _places.Count)
                into[^1] = into[^1] with { Message = into[^1].Message + More(_count - _places.Count) };
        }

        private static string More(int count) => count switch
        {
            0 => "",
            1 => " The file has 1 more such place.",
            _ => $" The file has {count} more such places.",
        };
    }
}
