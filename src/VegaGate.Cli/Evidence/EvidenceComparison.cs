using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Cli.Evidence;

/// <summary>What became of something between two releases.</summary>
internal enum ItemFate
{
    Added,
    Removed,
    Changed,
}

/// <summary>One thing that differs.</summary>
/// <param name="What">Such as "verdict" or "pass".</param>
/// <param name="Before">Empty where it had none.</param>
internal sealed record EvidenceChange(string What, string Before, string After);

/// <summary>An item that differs.</summary>
/// <param name="Id">list/item, without the release.</param>
internal sealed record ItemDifference(string Id, string Title, ItemFate Fate, ImmutableArray<EvidenceChange> Changes);

/// <summary>What differs between the evidence of two releases: of the decisions, and item by item, in the order of the newer list.</summary>
internal sealed record EvidenceComparison(ImmutableArray<EvidenceChange> Changes, ImmutableArray<ItemDifference> Items)
{
    public bool IsEmpty => Changes.IsEmpty && Items.IsEmpty;

    /// <summary>Compares two documents by what they record.</summary>
    /// <exception cref="UsageException">The texts of one of them are no lists.</exception>
    public static EvidenceComparison Of(EvidenceDocument before, EvidenceDocument after)
    {
        var (old, present) = (ComparedItem.ById(before), ComparedItem.ById(after));
        return new EvidenceComparison(
            [
                .. Differ(
                    ("decision", $"{before.Decision} ({before.ReasonCode.ToWord()})", $"{after.Decision} ({after.ReasonCode.ToWord()})"),
                    ("release", before.Inputs.Request.Release ?? "", after.Inputs.Request.Release ?? ""),
                    ("commit", before.Inputs.Request.Commit ?? "", after.Inputs.Request.Commit ?? ""),
                    ("time", TimeOf(before), TimeOf(after)),
                    ("tracker", before.Inputs.Tracker ?? "", after.Inputs.Tracker ?? ""),
                    ("problem", before.Inputs.Problem?.Sentence ?? "", after.Inputs.Problem?.Sentence ?? "")),
            ],
            [
                .. present.Values.Select(item => Compare(old.GetValueOrDefault(item.Id), item)).OfType<ItemDifference>(),
                .. old.Values.Where(item => !present.ContainsKey(item.Id)).Select(item => new ItemDifference(item.Id, item.Title, ItemFate.Removed, [])),
            ]);
    }

    private static ItemDifference? Compare(ComparedItem? before, ComparedItem after)
    {
        if (before is null)
            return new ItemDifference(after.Id, after.Title, ItemFate.Added, [.. Differ(("verdict", "", after.Verdict), ("signed off by", "", after.Signers))]);
        ImmutableArray<EvidenceChange> changes =
        [
            .. Differ(
                ("title", before.Title, after.Title),
                ("pass", before.Pass, after.Pass),
                ("verify", before.Verify, after.Verify),
                ("required", before.Required, after.Required),
                ("stage", before.Stage, after.Stage),
                ("verdict", before.Verdict, after.Verdict),
                ("signed off by", before.Signers, after.Signers),
                ("waiver", before.Waiver, after.Waiver)),
        ];

        // The text of a hand-off is made of more than an item's.
        if (before.Text != after.Text && !changes.Any(change => change.What is "title" or "pass" or "verify" or "required" or "stage"))
            changes = changes.Insert(0, new EvidenceChange("text", before.Text, after.Text));
        return changes.IsEmpty ? null : new ItemDifference(after.Id, after.Title, ItemFate.Changed, changes);
    }

    private static IEnumerable<EvidenceChange> Differ(params IEnumerable<(string What, string Before, string After)> values) =>
        values.Where(value => value.Before != value.After).Select(value => new EvidenceChange(value.What, value.Before, value.After));

    private static string TimeOf(EvidenceDocument document) => document.Inputs.Facts is { } facts ? Instants.Show(facts.Now) : "";

    /// <summary>What is compared of an item.</summary>
    private sealed record ComparedItem(string Id, string Title, string Text, string Stage, string Verdict, string Signers, string Waiver, ChecklistItem? Item)
    {
        public string Pass => Item?.Pass ?? "";

        public string Verify => string.Join("; ", Item?.Verify.Select(call => $"{call.Kind.Value} {call.Text}") ?? []);

        public string Required => Item is null ? "" : Item.IsRequired ? "yes" : "no";

        public static Dictionary<string, ComparedItem> ById(EvidenceDocument document)
        {
            var lists = document.Inputs.Problem is null ? Bind(document) : [];
            var items = lists.SelectMany(list => list.Items.Select(item => (Id: $"{list.Name}/{item.Id!.Value}", Item: item))).ToDictionary(pair => pair.Id, pair => pair.Item, StringComparer.OrdinalIgnoreCase);
            return document.Results.SelectMany(list => list.Items).Select(item => Of(item, items)).DistinctBy(item => item.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(item => item.Id, StringComparer.OrdinalIgnoreCase);
        }

        private static ImmutableArray<Checklist> Bind(EvidenceDocument document)
        {
            try
            {
                return DecidedEvidence.Bind(document.Inputs);
            }
            catch (UnusableEvidenceException problem)
            {
                throw new UsageException($"the evidence cannot be compared: {problem.Message}.");
            }
        }

        private static ComparedItem Of(ItemEvidence item, Dictionary<string, ChecklistItem> items)
        {
            var id = ItemId.Parse(item.Id) is { } identity ? (identity with { Release = null }).ToString() : item.Id;
            var signers = item.Words.Where(word => word is { Stands: true, Kind: WordKind.SignOff or WordKind.Acceptance }).Select(word => word.Login).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
            return new ComparedItem(
                id,
                item.Title,
                item.Text,
                item.Stage,
                $"{Verdicts.ToWord(item.Verdict)} ({item.ReasonCode.ToWord()})",
                string.Join(", ", signers),
                item.Verdict is Gate.Verdict.Waived or Gate.Verdict.NotApplicable ? item.Sentence : "",
                items.GetValueOrDefault(id));
        }
    }
}
