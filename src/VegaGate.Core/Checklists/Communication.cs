using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>How the people of a list keep each other informed.</summary>
/// <param name="Documentation">What is written down, and when.</param>
public sealed record Communication(StatusUpdate? StatusUpdate, HandoffMeetings? Meetings, ImmutableArray<string> Documentation);

/// <summary>The regular status update.</summary>
/// <param name="When">While what is going on, in words.</param>
/// <param name="Template">The file that it follows.</param>
/// <param name="Channels">Where it is sent, in the file's words.</param>
/// <param name="To">Slugs of who receives it.</param>
public sealed record StatusUpdate(TimeSpan Every, string? When, string? Template, ImmutableArray<string> Channels, ImmutableArray<Located<string>> To);

/// <summary>The meetings at hand-offs.</summary>
/// <param name="Critical">required or optional, for critical phases.</param>
/// <param name="Other">The same for the others.</param>
/// <param name="Fallback">What stands in for an optional meeting.</param>
public sealed record HandoffMeetings(Located<string>? Critical, Located<string>? Other, string? Fallback, TimeSpan? AtMost, ImmutableArray<string> Agenda);
