using System.Globalization;
using System.Text.RegularExpressions;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;
using VegaGate.Documents.Writing;

namespace VegaGate.Documents.Recognition;

/// <summary>Reads how people keep each other informed: status updates and meetings.</summary>
internal sealed partial class Communication(Cast cast, LineLedger ledger)
{
    private const int TimeoutMilliseconds = 1_000;

    private readonly List<string> _channels = [];
    private readonly List<string> _agenda = [];
    private readonly List<PhaseRemark> _remarks = [];
    private string? _every;
    private string? _when;
    private string? _template;
    private string? _recipients;
    private string? _fallback;
    private string? _atMost;

    public bool ReadPair(KeyValue pair, Zone zone, int line)
    {
        var value = InlineText.ReadLine(pair.Value);
        switch (zone, pair.Key)
        {
            case (Zone.StatusUpdates, "FREQUENCY" or "WHEN" or "CADENCE") when Frequency().Match(value) is { Success: true } match:
                _every = match.Groups["word"].Value.ToUpperInvariant() switch { "HOURLY" => "1h", "DAILY" => "1d", "WEEKLY" => "1w", _ => Words.Duration(value) };
                _when = match.Groups["rest"].Value.Trim();
                Guess(line, $"Updates every {_every} were read out of {Quote.Line(value)}.");
                break;
            case (Zone.StatusUpdates, "FORMAT" or "TEMPLATE"):
                _template = Code().Match(value) is { Success: true } code ? code.Groups["text"].Value : value;
                break;
            case (Zone.StatusUpdates, "CHANNELS" or "CHANNEL"):
                _channels.AddRange(Split(value));
                break;
            case (Zone.StatusUpdates, "RECIPIENTS" or "TO" or "AUDIENCE"):
                _recipients = value;
                break;
            case (Zone.Meetings, "CRITICAL PHASES"):
                _remarks.Add(new PhaseRemark(line, value, IsCritical: true));
                break;
            case (Zone.Meetings, "OPTIONAL PHASES" or "OTHER PHASES"):
                _remarks.Add(new PhaseRemark(line, value, IsCritical: false));
                _fallback = Fallback().Match(value) is { Success: true } fallback ? fallback.Groups["text"].Value : null;
                break;
            case (Zone.Meetings, "DURATION" or "LENGTH") when Words.Duration(value) is { } length:
                _atMost = length;
                Guess(line, $"At most {length} was read out of {Quote.Line(value)}.");
                break;
            case (Zone.Meetings, "AGENDA"):
                _agenda.AddRange(Split(value));
                break;
            default:
                return false;
        }

        ledger.Take(line);
        return true;
    }

    /// <summary>Which phases are critical is said by their numbers.</summary>
    public void End(IReadOnlyList<SectionDraft> phases)
    {
        foreach (var remark in _remarks)
        {
            var numbers = Digits().Matches(remark.Text).Select(match => match.Value).ToList();
            foreach (var phase in phases.Where(phase => phase.Number is not null && numbers.Contains(phase.Number, StringComparer.Ordinal)))
                (phase.Handoff ??= new HandoffDraft()).IsCritical = remark.IsCritical;
            Guess(remark.Line, $"Phases {string.Join(", ", numbers)} {(remark.IsCritical ? "need" : "do not need")} a meeting at their hand-off.");
        }
    }

    public void AddTo(MappingBuilder root, List<string> documentation)
    {
        var update = new MappingBuilder();
        if (_every is not null)
        {
            update.Add("every", _every).Add("when", _when).Add("template", _template).Add("channels", _channels);
            update.Add("to", Recipients());
        }

        var meetings = new MappingBuilder()
            .Add("critical", _remarks.Exists(remark => remark.IsCritical) ? "required" : null)
            .Add("other", _remarks.Exists(remark => !remark.IsCritical) ? "optional" : null)
            .Add("fallback", _fallback)
            .Add("at-most", _atMost)
            .Add("agenda", _agenda);
        root.Add(ChecklistFormat.Communication.Name, new MappingBuilder().Add("status-update", update).Add("meetings", meetings).Add("documentation", documentation));
    }

    /// <summary>Those who are known and named, and each further part of the sentence as somebody of that name.</summary>
    private List<string> Recipients()
    {
        if (_recipients is null)
            return [];
        var found = new List<string>();
        foreach (var part in Split(_recipients))
        {
            var known = cast.FindKnown(part);
            if (known.Count > 0)
                found.AddRange(known);
            else if (cast.Find(char.ToUpper(part[0], CultureInfo.InvariantCulture) + part[1..]) is { } slug)
                found.Add(slug);
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private void Guess(int line, string message) => ledger.Report(DocumentDiagnostics.GuessedValue, line, message);

    [GeneratedRegex(@"^(?<word>hourly|daily|weekly|every\s+\d{1,4}\s*\w+)\b[,;:]?\s*(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex Frequency();

    [GeneratedRegex(@"`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Code();

    [GeneratedRegex(@"\bcan use (?<text>.+?)\.?$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Fallback();

    [GeneratedRegex(@"\d{1,3}", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Digits();

    private sealed record PhaseRemark(int Line, string Text, bool IsCritical);
}
