using System.Collections.Immutable;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>Says in Markdown why a closing was undone, and what would be needed: whoever reads it may never have heard of checklists.</summary>
internal static class Refusals
{
    /// <summary>In characters: as much of what somebody wrote, or of all the names that a file can hold, as a comment has room for twenty times.</summary>
    public const int MaxPart = 2_000;

    public static string OfClosing(ItemScope scope, ItemState state, Closed closing)
    {
        var missing = IsFollowUpDue(scope, state) ? scope.Sides : state.Missing.IsEmpty ? scope.IsHandoff ? scope.Receivers : scope.Owners : state.Missing;
        var how = IsOffered(scope, state) ? "comment `/accept`" : "close this issue as completed, or comment `/done`";
        return $"I have opened this issue again. {Why(scope, state, closing)}\n\nStill needed: {MarkdownText.Within(MaxPart, scope.Describe(missing), MarkdownText.Inline)}. They {how}; `/help` tells everybody what they may do here.";
    }

    /// <summary>Says what a phase still lacks, to who asked for acceptance or accepted before it was ready; not escaped for anything.</summary>
    public static string OfEarly(Word word, ItemVerdict handoff)
    {
        var (what, again) = word switch
        {
            Acceptance => ("acceptance", "the giver asks with /done, and it is accepted with /accept"),
            SignOff => ("request", "ask again with /done"),
            _ => ("word", "the giver asks with /done, it is accepted with /accept, and then what follows can be covered"),
        };
        var isReady = handoff.Handoff!.Step >= HandoffStep.Ready;
        return $"The {what} of {word.Actor.Login} came before the phase was ready. {(isReady ? "It is ready now" : $"{WhatIsMissing(handoff)} Once it is ready")}{(isReady ? ":" : ",")} {again}.";
    }

    /// <summary>What a phase lacks: items by number, artifacts by name.</summary>
    private static string WhatIsMissing(ItemVerdict handoff)
    {
        var progress = handoff.Handoff!;
        var missing = progress.Missing.Select(artifact => artifact.Artifact.Name).ToImmutableArray();
        if (progress.Step == HandoffStep.Waiting || progress.OpenItems.IsEmpty && missing.IsEmpty)
            return handoff.Sentence;
        var parts = new[] { progress.OpenItems.IsEmpty ? "" : $"These items have not passed: {string.Join(", ", progress.OpenItems)}.", missing.IsEmpty ? "" : $"These artifacts are missing: {string.Join(", ", missing)}." };
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    /// <summary>Whether a hand-off is at its receivers.</summary>
    private static bool IsOffered(ItemScope scope, ItemState state) => scope.IsHandoff && !state.SignOffs.IsEmpty && state.Acceptance is null;

    private static bool IsFollowUpDue(ItemScope scope, ItemState state) => !scope.FollowUp.IsEmpty && state is { Acceptance: not null, FollowUp: null };

    private static string Why(ItemScope scope, ItemState state, Closed closing)
    {
        var name = closing.Actor is { } actor ? MarkdownText.Inline(actor.Login) : "A deleted account";
        return closing switch
        {
            { CommitId: not null } => "A commit message closed it, and a commit message is no sign-off: it was written before anybody looked.",
            { ByApp: true } or { Actor.IsBot: true } => $"An app closed it ({name}), and an app cannot sign off.",
            { Reason: CloseReason.NotPlanned or CloseReason.Duplicate } => $"{name} closed it as not planned, which is no sign-off. If the item need not be done, an approver can waive it with `/waive`, or an owner and an approver can say `/na`.",
            _ when state.Ledger.Blocker is { } blocker => $"It is blocked, says {MarkdownText.Inline(blocker.Actor.Login)}: {MarkdownText.Within(MaxPart, blocker.Text, MarkdownText.Inline)}",
            _ when state.Reports is [var report, ..] => $"It is blocked by the report #{report.Issue}: {MarkdownText.Within(MaxPart, report.Reason, MarkdownText.Inline)}",
            _ when state.ByAuthor.Any(signOff => closing.Actor is { } closer && signOff.Actor.IsSameAs(closer)) => $"{name} wrote the last change of this text, so somebody else has to sign it off.",
            _ when IsFollowUpDue(scope, state) => $"The hand-off is accepted; the steps that follow it are covered by one of the two sides only, and {name} is of neither.",
            _ when IsOffered(scope, state) => $"{MarkdownText.Inline(state.SignOffs[^1].Actor.Login)} has asked for acceptance, and the receiving team has not accepted yet.",
            _ when closing.Actor is { } closer && state.SignOffs.Any(signOff => signOff.Actor.IsSameAs(closer)) => $"The sign-off of {name} counts, but this item takes more than one.",
            _ when !state.Void.IsEmpty => "The text has changed since it was signed off, so the earlier sign-offs do not count any more.",
            _ => $"{name} closed it, but may not sign it off.",
        };
    }
}
