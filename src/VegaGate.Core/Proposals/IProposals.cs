using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Proposals;

/// <summary>A file as it is to be.</summary>
/// <param name="Path">Relative to the repository, with <c>/</c>.</param>
/// <param name="Text">All of it.</param>
public sealed record ProposedFile(string Path, string Text)
{
    /// <summary>What it was made from: where the default branch has something else, nothing is proposed. Null: whatever is there.</summary>
    public string? Before { get; init; }
}

/// <summary>A change of files that somebody is to look at.</summary>
/// <param name="Branch">Belongs to this proposal alone: whatever else is on it is thrown away.</param>
/// <param name="Title">Of the pull request.</param>
/// <param name="Body">Of the pull request, as Markdown.</param>
public sealed record Proposal(string Branch, string Title, string Body, string CommitMessage, ImmutableArray<ProposedFile> Files);

/// <summary>Where a proposal stands.</summary>
/// <param name="IsNew">Whether the pull request was opened now.</param>
/// <param name="IsChanged">Whether anything was written at all.</param>
public sealed record ProposalResult(int Number, string Url, bool IsNew, bool IsChanged);

/// <summary>Changes of files, each as one pull request from a branch of its own.</summary>
public interface IProposals
{
    /// <summary>
    /// Puts one commit with the files on top of the default branch, the proposal's branch on that commit, and one pull request there; what
    /// stands like that already is left alone. No other branch is touched.
    /// </summary>
    /// <exception cref="TrackerException">
    /// Among others as <see cref="TrackerFailure.Rejected"/>: the branch is the default one, a path leaves the repository, or the default branch
    /// has all the files as they are to be, or has one otherwise than it was read.
    /// </exception>
    Task<ProposalResult> ProposeAsync(Proposal proposal, CancellationToken cancellation);
}
