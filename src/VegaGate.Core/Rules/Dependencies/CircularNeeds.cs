using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Dependencies;

/// <summary>Items that need each other in a circle: none of them could ever pass. Each need that closes a circle is reported once.</summary>
public sealed class CircularNeeds : Rule
{
    /// <summary>A longer circle is named by its ends.</summary>
    private const int MaxNamed = 8;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG4002", "circular-needs", DiagnosticSeverity.Error, "Items need each other in a circle.");

    public override RulePage Page => new(
        What: "Items that need each other in a circle, or one that needs itself. Each need that closes a circle is reported once.",
        Why: "Each waits for the others: none of them can ever pass, and the release is held for ever.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
                    needs: ["8.2"]
                  - id: "8.2"
                    title: Serve the certificate
                    owners: [zev]
                    needs: ["8.1"]
            """,
        Good: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
                  - id: "8.2"
                    title: Serve the certificate
                    owners: [zev]
                    needs: ["8.1"]
            """);

    /// <summary>In every circle some item needs itself or one that comes after it: where none does, there is nothing to walk.</summary>
    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var items = context.Checklist.ItemsById();
        var isWalked = false;
        return item =>
        {
            foreach (var need in item.Needs)
            {
                if (isWalked || !items.TryGetValue(need.Value, out var needed) || needed.Span.Start < item.Span.Start)
                    continue;
                isWalked = true;
                WalkAll(context, items);
            }
        };
    }

    private void WalkAll(RuleContext context, Dictionary<string, ChecklistItem> items)
    {
        var visited = new HashSet<ChecklistItem>(ReferenceEqualityComparer.Instance);
        foreach (var item in items.Values)
        {
            if (item.Needs.IsEmpty)
                visited.Add(item);
            else if (!visited.Contains(item))
                Walk(context, item, items, visited);
        }
    }

    /// <summary>Goes down the needs from an item, with a path instead of recursion: the length of a chain must not become the depth of a call.</summary>
    private void Walk(RuleContext context, ChecklistItem start, Dictionary<string, ChecklistItem> items, HashSet<ChecklistItem> visited)
    {
        var path = new List<Step>();
        var places = new Dictionary<ChecklistItem, int>(ReferenceEqualityComparer.Instance);
        Enter(start);
        while (path.Count > 0)
        {
            var step = path[^1];
            var item = step.Item;
            if (step.NextNeed == item.Needs.Length)
            {
                places.Remove(item);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            var need = item.Needs[step.NextNeed++];
            if (!items.TryGetValue(need.Value, out var needed))
                continue;
            if (places.TryGetValue(needed, out var place))
                ReportCircle(context, need, path, place);
            else
                Enter(needed);
        }

        void Enter(ChecklistItem item)
        {
            if (!visited.Add(item))
                return;
            places.Add(item, path.Count);
            path.Add(new Step(item));
        }
    }

    private void ReportCircle(RuleContext context, Located<string> need, List<Step> path, int start)
    {
        var length = path.Count - start;
        var named = Math.Min(length, MaxNamed);
        var ids = Enumerable.Range(start, named - 1).Append(path.Count - 1).Select(place => Quote.Of(path[place].Item.Id!.Value)).ToList();
        if (length > MaxNamed)
            ids.Insert(ids.Count - 1, $"{length - MaxNamed} more");
        ids.Add(ids[0]);
        var message = length == 1 ? $"Item {ids[0]} needs itself; remove the need." : $"These items need each other in a circle and can never pass: {string.Join(" -> ", ids)}; remove one of the needs.";
        context.Report(this, need.Span, message);
    }

    private sealed class Step(ChecklistItem item)
    {
        public ChecklistItem Item => item;

        public int NextNeed { get; set; }
    }
}
