using System.Collections.Immutable;
using VegaGate.Conditions;

namespace VegaGate.Cli.Composition;

/// <summary>Checks and pull requests where nobody can be asked about them.</summary>
internal sealed class NoChecks : ICommitChecks
{
    public Task<ImmutableArray<CommitCheck>> FindAsync(string name, CancellationToken cancellation) =>
        throw new UnansweredException("checks are on GitHub, and the embedded tracker cannot ask for them");

    public Task<CheckedPullRequest?> FindPullRequestAsync(long number, CancellationToken cancellation) =>
        throw new UnansweredException("pull requests are on GitHub, and the embedded tracker cannot ask for them");
}
