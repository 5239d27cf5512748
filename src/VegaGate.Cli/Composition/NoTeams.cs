using System.Collections.Immutable;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>Teams where nobody can be asked about them.</summary>
internal sealed class NoTeams : ITeamDirectory
{
    public Task<ImmutableArray<Actor>?> FindMembersAsync(string team, CancellationToken cancellation) => Task.FromResult<ImmutableArray<Actor>?>(null);
}
