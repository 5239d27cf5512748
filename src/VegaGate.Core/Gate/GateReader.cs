using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>Asks the tracker and the repository for what a decision rests on: everything anew, nothing remembered.</summary>
public sealed class GateReader(IIssueTracker tracker, IRepositoryFacts repository, IReadOnlyCollection<string> identities)
{
    public async Task<GateFacts> ReadAsync(ImmutableArray<Checklist> checklists, GateRequest request, CancellationToken cancellation)
    {
        var index = IssueIndex.Build(await tracker.ListIssuesAsync(LabelNames.All, cancellation), identities);
        var issues = new Dictionary<ItemId, IssueFacts>();
        var artifacts = new Dictionary<Artifact, ArtifactFact>();
        foreach (var checklist in checklists.Where(checklist => !checklist.IsPerRelease || request.Release is not null))
        {
            foreach (var id in Identities(checklist, checklist.IsPerRelease ? request.Release : null))
            {
                if (index.Find(id.ToString()) is { } found)
                    issues[id] = new IssueFacts(found, await tracker.ReadTimelineAsync(found.Issue.Number, cancellation));
            }

            foreach (var artifact in checklist.Sections.SelectMany(section => section.Handoff?.Artifacts ?? []).Where(artifact => artifact.Path is not null || artifact.PullRequest is not null))
                artifacts[artifact] = await FindAsync(artifact, cancellation);
        }

        var isProtected = request.Sha is not { } sha || await repository.IsReachableFromProtectedBranchAsync(sha, cancellation);
        return new GateFacts(tracker.Now, issues, artifacts) { IsCommitProtected = isProtected };
    }

    private static IEnumerable<ItemId> Identities(Checklist checklist, string? release) => checklist.Sections.SelectMany(section =>
        section.Items.Select(item => new ItemId(checklist.Name, release, item.Id!.Value))
            .Concat(section.Handoff is null ? [] : [ItemId.ForHandoff(checklist.Name, release, section.Id!.Value)]));

    private async Task<ArtifactFact> FindAsync(Artifact artifact, CancellationToken cancellation)
    {
        try
        {
            if (artifact.Path is { } path)
            {
                var exists = await repository.FileExistsAsync(path, cancellation);
                return new ArtifactFact(exists, exists ? $"{path} exists" : $"{path} does not exist");
            }

            var pullRequest = await repository.FindPullRequestAsync(artifact.PullRequest!.Value, cancellation);
            return pullRequest is null
                ? new ArtifactFact(false, $"there is no pull request {artifact.PullRequest}")
                : new ArtifactFact(pullRequest.IsMerged, $"pull request {artifact.PullRequest} is {(pullRequest.IsMerged ? "" : "not ")}merged");
        }
        catch (TrackerException failure) when (failure.Failure is not TrackerFailure.RateLimited)
        {
            return new ArtifactFact(null, failure.Message);
        }
    }
}
