using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>Who is in a team, as the tracker knows it.</summary>
public interface ITeamDirectory
{
    /// <summary>Every member of a team, never a part of them; null when the token may not read it.</summary>
    /// <param name="team">organization/team.</param>
    /// <exception cref="TrackerException">It cannot be found out.</exception>
    Task<ImmutableArray<Actor>?> FindMembersAsync(string team, CancellationToken cancellation);
}
