using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>Who is in a team. What cannot be answered is a <see cref="TrackerException"/>, never a part of the list.</summary>
public interface ITeamDirectory
{
    /// <summary>All members of a team; null where the token may not read it, or there is none.</summary>
    /// <param name="team">As <c>organization/slug</c>.</param>
    Task<ImmutableArray<Actor>?> FindMembersAsync(string team, CancellationToken cancellation);
}
