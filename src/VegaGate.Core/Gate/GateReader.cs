using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Conditions;
using VegaGate.Gate.Blocking;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>What the gate decides on: lists with the people of now, and everything that was found out.</summary>
public sealed record GateInput(ImmutableArray<Checklist> Checklists, GateFacts Facts);

/// <summary>Asks the tracker and the repository for what a decision rests on.</summary>
public sealed class GateReader(IIssueTracker tracker, IRepositoryFacts repository, ITeamDirectory teams, IReadOnlyCollection<string> identities)
{
    /// <summary>What was read before; null for a release, which reads everything anew.</summary>
    public ITimelineStore? Timelines { get; init; }

    /// <summary>Opens the history of the files, for lists that ask who wrote them.</summary>
    public Func<ITextHistory>? OpenHistory { get; init; }

    /// <summary>Opens what asks the probes of items; null where nothing is decided. It is called only where an item has one.</summary>
    public Func<IProbes>? OpenProbes { get; init; }

    /// <summary>Finds the fields that were changed on issues of a list, for a release, and in the file; null: nobody looks.</summary>
    public Func<Checklist, string?, IssueIndex, IReadOnlyDictionary<ItemId, ImmutableArray<string>>>? FindConflicts { get; init; }

    /// <summary>Asks for artifacts that are located by an address; null where nothing may be reached, so that whoever accepts vouches for them.</summary>
    public ArtifactAddresses? Addresses { get; init; }

    /// <summary>The lists whose issues are read: one that is walked for each release has none without it.</summary>
    public static ImmutableArray<Checklist> WalkedBy(ImmutableArray<Checklist> checklists, GateRequest request) => [.. checklists.Where(checklist => !checklist.IsPerRelease || request.Release is not null)];

    /// <summary>Reads for a decision.</summary>
    /// <param name="live">The listing, where it is there already; null: it is made.</param>
    public async Task<GateInput> ReadAsync(ImmutableArray<Checklist> checklists, GateRequest request, CancellationToken cancellation, IssueIndex? live = null)
    {
        var membership = await TeamMembership.ReadAsync(checklists, teams, cancellation);
        var walked = WalkedBy(membership.Checklists, request);
        var index = live ?? await new IssueReader(tracker, identities).ReadAsync(
            new IssueQuestion { Scopes = [.. walked.Select(checklist => new ItemId(checklist.Name, checklist.IsPerRelease ? request.Release : null, "").ToString())] }, cancellation);
        if (index.Doubt is { } doubt)
            throw new TrackerException(TrackerFailure.Unreachable, doubt);
        var issues = new Dictionary<ItemId, IssueFacts>();
        var missing = new Dictionary<ItemId, int>();
        var artifacts = new Dictionary<Artifact, ArtifactFact>();
        var authors = new Dictionary<ItemId, TextAuthor>();
        foreach (var checklist in walked)
        {
            var release = checklist.IsPerRelease ? request.Release : null;
            foreach (var id in Identities(checklist, release))
            {
                if (index.Find(id.ToString()) is { } found)
                    issues[id] = new IssueFacts(found, await ReadTimelineAsync(found.Issue, cancellation));
                else if (index.Missing.TryGetValue(id.ToString(), out var number))
                    missing[id] = number;
            }

            foreach (var artifact in checklist.Sections.SelectMany(section => section.Handoff?.Artifacts ?? []).Where(artifact => artifact.Path is not null || artifact.PullRequest is not null || artifact.Url is not null))
            {
                if (await FindAsync(artifact, cancellation) is { } fact)
                    artifacts[artifact] = fact;
            }

            if (checklist.Gate.NotByAuthor)
            {
                foreach (var (item, author) in await FindAuthorsAsync(checklist, cancellation))
                    authors[new ItemId(checklist.Name, release, item)] = author;
            }
        }

        var reports = await new FiledReports(tracker, ReadTimelineAsync).ReadAsync(walked, cancellation);
        var isProtected = request.Sha is not { } sha || await repository.IsReachableFromProtectedBranchAsync(sha, cancellation);
        var probes = OpenProbes is null ? ImmutableDictionary<ItemId, ImmutableArray<ProbeAnswer>>.Empty : await new ProbeQuestions(walked, request).AskAsync(OpenProbes, cancellation);
        var conflicts = walked.SelectMany(checklist => FindConflicts?.Invoke(checklist, checklist.IsPerRelease ? request.Release : null, index) ?? ImmutableDictionary<ItemId, ImmutableArray<string>>.Empty).ToDictionary();
        var facts = new GateFacts(tracker.Now, issues, artifacts) { Conflicts = conflicts, Missing = missing, Authors = authors, Probes = probes, Teams = membership.Sources, IsCommitProtected = isProtected, Reports = reports };
        return new GateInput(membership.Checklists, BlockerFacts.Derive(facts, walked, request.Release, identities));
    }

    /// <summary>The timeline of an issue, from what was read before as far as nothing has happened since.</summary>
    private async Task<ImmutableArray<TimelineEvent>> ReadTimelineAsync(TrackedIssue issue, CancellationToken cancellation)
    {
        if (issue.IsUntouched)
            return [];
        if (Timelines?.Find(issue) is { } known)
            return known;
        var timeline = await tracker.ReadTimelineAsync(issue.Number, cancellation);
        Timelines?.Keep(issue, tracker.Now, timeline);
        return timeline;
    }

    private async Task<IReadOnlyDictionary<string, TextAuthor>> FindAuthorsAsync(Checklist checklist, CancellationToken cancellation)
    {
        try
        {
            return OpenHistory is null ? ImmutableDictionary<string, TextAuthor>.Empty : await new TextAuthors(OpenHistory(), repository.FindCommitAuthorAsync).FindAsync(checklist, cancellation);
        }
        catch (TrackerException failure) when (failure.Failure is not TrackerFailure.RateLimited)
        {
            return checklist.Items.ToDictionary(item => item.Id!.Value, _ => new TextAuthor(null, failure.Message.TrimEnd('.')), StringComparer.OrdinalIgnoreCase);
        }
    }

    private static IEnumerable<ItemId> Identities(Checklist checklist, string? release) => checklist.Sections.SelectMany(section =>
        section.Items.Select(item => new ItemId(checklist.Name, release, item.Id!.Value))
            .Concat(section.Handoff is null ? [] : [ItemId.ForHandoff(checklist.Name, release, section.Id!.Value)]));

    /// <summary>Null where a person has to vouch for it.</summary>
    private async Task<ArtifactFact?> FindAsync(Artifact artifact, CancellationToken cancellation)
    {
        try
        {
            if (artifact.Path is { } path)
            {
                var exists = await repository.FileExistsAsync(path, cancellation);
                return new ArtifactFact(exists, exists ? $"{path} exists" : $"{path} does not exist");
            }

            if (artifact.PullRequest is not { } number)
                return Addresses is null ? null : await Addresses.FindAsync(artifact.Url!, cancellation);
            var pullRequest = await repository.FindPullRequestAsync(number, cancellation);
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
