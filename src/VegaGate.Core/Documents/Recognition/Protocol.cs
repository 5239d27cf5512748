using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;
using VegaGate.Documents.Writing;

namespace VegaGate.Documents.Recognition;

/// <summary>Reads what a document says of phases and of handing them over.</summary>
internal sealed partial class Protocol(Cast cast, LineLedger ledger, ItemList lists)
{
    private const int TimeoutMilliseconds = 1_000;

    private readonly Dictionary<Zone, List<string>> _texts = [];
    private readonly List<MetricDraft> _metrics = [];
    private readonly HandoffMatrix _matrix = new(cast, ledger);
    private readonly Escalation _escalation = new(cast, ledger);
    private readonly Communication _communication = new(cast, ledger);
    private SectionDraft? _phase;
    private string _label = "";

    /// <summary>Begins the phase of a heading such as "Phase 2: Validation (Cline Responsibilities)".</summary>
    public SectionDraft BeginPhase(Match heading, int line)
    {
        _label = "";
        _phase = new SectionDraft(heading.Groups["title"].Value.Trim(), heading.Groups["number"].Value) { Line = line };
        if (heading.Groups["owner"].Value.Trim() is { Length: > 0 } owner && cast.Find(owner, isTeam: true) is { } slug)
            _phase.Owners.Add(slug);
        return _phase;
    }

    public void ReadLabel(string name, Zone zone, int line)
    {
        _label = Words.Bare(name);
        if (zone is Zone.Phase or Zone.Escalation)
            ledger.Take(line);
        if (zone != Zone.Phase || _phase is null || OwnersLabel().Match(name) is not { Success: true } match || cast.Find(match.Groups["owner"].Value.Trim(), isTeam: true) is not { } slug)
            return;
        if (!_phase.Owners.Contains(slug, StringComparer.Ordinal))
            _phase.Owners.Add(slug);
    }

    public bool ReadParagraph(Paragraph paragraph, Zone zone)
    {
        if (zone != Zone.Phase || _phase is null || _phase.Objective is not null || _phase.Items.Count > 0)
            return false;
        ledger.Take(paragraph.Lines);
        _phase.Objective = string.Join(' ', paragraph.Lines.Select(line => line.Text.Trim()));
        return true;
    }

    public bool ReadPair(KeyValue pair, Zone zone, int line)
    {
        if (zone == Zone.Phase && _phase is not null)
        {
            switch (pair.Key)
            {
                case "OBJECTIVE" or "GOAL" or "PURPOSE":
                    _phase.Objective = pair.Value;
                    break;
                case "OWNER" or "OWNERS" or "RESPONSIBLE" or "TEAM" or "RESPONSIBLE TEAM" or "LEAD":
                    _phase.Owners.AddRange(cast.Read(pair.Value).Where(slug => !_phase.Owners.Contains(slug, StringComparer.Ordinal)));
                    break;
                case "FROM" or "TO" or "HANDOFF TO" or "HAND OFF TO":
                    ReadParty(pair, _phase);
                    break;
                default:
                    return false;
            }

            ledger.Take(line);
            return true;
        }

        return _communication.ReadPair(pair, zone, line);
    }

    public bool ReadList(EntryList list, Zone zone)
    {
        switch (zone)
        {
            case Zone.Phase when _phase is not null:
                ReadPhaseList(list, _phase);
                return true;
            case Zone.Escalation:
                _escalation.ReadList(list, _label);
                return true;
            case Zone.StepsBefore or Zone.StepsDuring or Zone.StepsAfter:
                ReadSteps(list, zone);
                return true;
            case Zone.Indicators or Zone.Documentation:
                Texts(zone).AddRange(Lines(list));
                return true;
            case Zone.Metrics:
                ReadMetrics(list);
                return true;
            case Zone.StatusUpdates or Zone.Meetings:
                foreach (var entry in list.Entries)
                {
                    if (entry.Lines is [var first, ..] && KeyValue.Read(string.Join(' ', entry.Lines.Select(line => line.Text.Trim()))) is { } pair && _communication.ReadPair(pair, zone, entry.Line))
                        ledger.Take(entry.Lines);
                }

                return true;
            default:
                return false;
        }
    }

    public bool ReadTable(DocumentTable table, Zone zone) => zone == Zone.Matrix && _matrix.Read(table);

    public bool ReadCode(CodeText code, Zone zone) => zone == Zone.Escalation && _escalation.ReadReport(code);

    /// <summary>What can be said only when every phase is known.</summary>
    public void End(IReadOnlyList<SectionDraft> phases)
    {
        _matrix.Compare(phases);
        _communication.End(phases);
        foreach (var phase in phases.Where(phase => phase.Handoff is not null))
            FindReceiver(phase, phase.Handoff!);
    }

    /// <summary>A hand-off has somebody who receives, and that is not who gives.</summary>
    private void FindReceiver(SectionDraft phase, HandoffDraft handoff)
    {
        var givers = handoff.From.Count > 0 ? handoff.From : phase.Owners;
        var removed = handoff.To.RemoveAll(slug => givers.Contains(slug, StringComparer.Ordinal));
        if (removed == 0 && handoff.To.Count > 0)
            return;
        if (handoff.To.Count == 0)
            handoff.To.Add(cast.Unassigned());
        ledger.Report(DocumentDiagnostics.GuessedOwner, phase.Line, $"Who receives {Quote.Line(phase.Title)} is not said, or is who hands it over; it goes to {string.Join(", ", handoff.To)}.");
    }

    public void AddTo(MappingBuilder root)
    {
        _escalation.AddTo(root);
        root.Add(ChecklistFormat.HandoffSteps.Name, new MappingBuilder().Add("before", Texts(Zone.StepsBefore)).Add("during", Texts(Zone.StepsDuring)).Add("after", Texts(Zone.StepsAfter)));
        _communication.AddTo(root, Texts(Zone.Documentation));
        Targets.AddTo(root, Texts(Zone.Indicators), _metrics);
    }

    private List<string> Texts(Zone zone)
    {
        if (!_texts.TryGetValue(zone, out var texts))
            _texts.Add(zone, texts = []);
        return texts;
    }

    /// <summary>Each entry as one line, with what stands below it.</summary>
    private IEnumerable<string> Lines(EntryList list)
    {
        foreach (var entry in list.Entries)
        {
            ledger.Take(entry.Line);
            ledger.Take(entry.Lines);
            var text = string.Join(' ', entry.Lines.Select(line => line.Text.Trim()));
            var below = string.Join(' ', entry.Children.Select(child => NoteText.Of(child, ledger)));
            text = InlineText.ReadLine($"{Box.Read(text)?.Text ?? text} {below}");
            if (text.Length > 0)
                yield return text;
        }
    }

    private void ReadPhaseList(EntryList list, SectionDraft phase)
    {
        if (ItemList.HasBoxes(list))
        {
            lists.Read(list, phase.Items);
            return;
        }

        if (_label.Contains("CRITERIA", StringComparison.Ordinal))
        {
            Handoff(phase).Criteria.AddRange(Lines(list));
            return;
        }

        if (_label.Contains("ARTIFACT", StringComparison.Ordinal) || _label.Contains("DELIVERABLE", StringComparison.Ordinal))
        {
            Handoff(phase).Artifacts.AddRange(Lines(list));
            return;
        }

        foreach (var entry in list.Entries)
        {
            if (entry.Lines is not [var line, ..] || KeyValue.Read(line.Text) is not { } pair)
                continue;
            switch (pair.Key)
            {
                case "FROM" or "TO" or "HANDOFF TO":
                    ReadParty(pair, phase);
                    break;
                case "ARTIFACTS" or "DELIVERABLES":
                    Handoff(phase).Artifacts.AddRange(entry.Children.OfType<EntryList>().SelectMany(Lines));
                    if (pair.Value.Length > 0)
                        Handoff(phase).Artifacts.AddRange(pair.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(InlineText.ReadLine));
                    break;
                case "CRITERIA" or "HANDOFF CRITERIA":
                    Handoff(phase).Criteria.AddRange(entry.Children.OfType<EntryList>().SelectMany(Lines));
                    break;
                default:
                    continue;
            }

            ledger.Take(entry.Lines);
        }
    }

    private static HandoffDraft Handoff(SectionDraft phase) => phase.Handoff ??= new HandoffDraft();

    /// <summary>"Kilo (Development)" is the team "Kilo", with what it is for.</summary>
    private void ReadParty(KeyValue pair, SectionDraft phase)
    {
        var target = pair.Key == "FROM" ? Handoff(phase).From : Handoff(phase).To;
        foreach (var name in pair.Value.Split(['/', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(InlineText.ReadLine))
        {
            var bracket = name.IndexOf(" (", StringComparison.Ordinal);
            if (cast.Find(bracket > 0 ? name[..bracket] : name, isTeam: true) is not { } slug)
                continue;
            if (bracket > 0)
                cast.Rename(slug, name);
            target.Add(slug);
        }
    }

    private void ReadSteps(EntryList list, Zone zone)
    {
        foreach (var entry in list.Entries)
        {
            if (entry.Lines is [var line, ..] && Box.Read(line.Text) is { IsMalformed: true })
                ledger.Report(DocumentDiagnostics.MalformedBox, entry.Line, "This box is not written as Markdown writes one; it was taken for one.");
        }

        Texts(zone).AddRange(Lines(list));
    }

    private void ReadMetrics(EntryList list)
    {
        foreach (var entry in list.Entries)
        {
            if (entry.Lines is not [var line, ..] || KeyValue.Read(line.Text) is not { Value.Length: > 0 } pair)
                continue;
            ledger.Take(entry.Lines);
            _metrics.Add(new MetricDraft(InlineText.ReadLine(pair.Name), InlineText.ReadLine(pair.Value)));
            if (Targets.IsRead(_metrics[^1]))
                ledger.Report(DocumentDiagnostics.GuessedValue, entry.Line, $"A target was read out of {Quote.Line(pair.Value)}.");
        }
    }

    [GeneratedRegex(@"^(?<owner>.+?)\s+(?:responsibilities|tasks|duties)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex OwnersLabel();
}

/// <summary>A metric in the document's own words.</summary>
internal sealed record MetricDraft(string Name, string Target);
