using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Gate.Blocking;

/// <summary>
/// Lets a report show what became of it: a reaction at the comment that took it up, an answer that says what it holds, a label, and open or closed. It reads the state as it
/// is: twice is once.
/// </summary>
public sealed class ReportResponder(IIssueTracker tracker, ImmutableArray<Checklist> checklists, IReadOnlyCollection<string> identities)
{
    private readonly ReportReading _reading = new(checklists, identities);

    /// <summary>Answers on one report, and tells whether anything was written.</summary>
    /// <param name="blockers">What all reports come to.</param>
    public async Task<bool> RespondAsync(FiledReport report, ImmutableArray<BlockerRecord> blockers, CancellationToken cancellation)
    {
        var own = blockers.Where(blocker => blocker.IsReport && blocker.Issue == report.Issue.Number).ToImmutableArray();
        if (own.IsEmpty)
            return false;
        var hasWritten = false;
        foreach (var comment in checklists.Where(checklist => own.Any(blocker => blocker.Checklist == checklist.Name)).SelectMany(checklist => _reading.Heard(report, checklist)).DistinctBy(comment => comment.Id))
        {
            if (comment.IsAcknowledged)
                continue;
            await tracker.AcknowledgeAsync(comment.Id, cancellation);
            hasWritten = true;
        }

        var marks = ReportMark.ReadAll(report.Timeline, identities);
        foreach (var blocker in own.Where(blocker => blocker.IsOpen && !marks.Any(mark => mark.Checklist == blocker.Checklist && mark.Release == blocker.Release)))
        {
            await tracker.AddCommentAsync(report.Issue.Number, $"{ReportMark.Of(blocker)}\n{Describe(blocker)}", cancellation);
            hasWritten = true;
        }

        return await ShowAsync(report.Issue, own.Any(blocker => blocker.IsOpen), own.Any(blocker => blocker.IsOpen || blocker.IsUnconfirmed), cancellation) || hasWritten;
    }

    private static string Describe(BlockerRecord blocker)
    {
        var what = blocker.Item is { } item ? MarkdownText.Inline(item.ToString()) : $"the whole checklist {MarkdownText.Inline(blocker.Checklist)}, for it names no item or hand-off of it";
        var more = blocker.Severity == Severity.Critical ? ", and being critical, everything else of that checklist" : "";
        return $"{MarkdownText.Inline(blocker.Confirmed!.Actor.Login)} stands behind this report, so it holds {what}{more}. It ends when somebody of the checklist closes it or comments `/unblock`. From here on, what this "
            + "report says of item, class and severity no longer follows its text: `/block [class] [critical|high|medium|low] reason` changes class and severity.";
    }

    /// <summary>A report is open as long as somebody has to do something about it; who may not end it has it opened again.</summary>
    private async Task<bool> ShowAsync(TrackedIssue seen, bool isHolding, bool isOpen, CancellationToken cancellation)
    {
        if (isHolding == IsMarked(seen) && isOpen == seen.IsOpen || await tracker.FindIssueAsync(seen.Number, cancellation) is not { } issue || isHolding == IsMarked(issue) && isOpen == issue.IsOpen)
            return false;
        var others = issue.Labels.RemoveAll(label => string.Equals(label, LabelNames.Confirmed, StringComparison.OrdinalIgnoreCase));
        await tracker.UpdateIssueAsync(
            issue.Number,
            new IssueUpdate
            {
                Labels = isHolding == IsMarked(issue) ? null : isHolding ? others.Add(LabelNames.Confirmed) : others,
                IsOpen = isOpen == issue.IsOpen ? null : isOpen,
                CloseAs = isOpen || !issue.IsOpen ? null : CloseReason.Completed,
            },
            cancellation);
        return true;
    }

    private static bool IsMarked(TrackedIssue issue) => issue.Labels.Contains(LabelNames.Confirmed, StringComparer.OrdinalIgnoreCase);
}
