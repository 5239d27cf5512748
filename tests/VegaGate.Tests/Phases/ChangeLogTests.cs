using System.Collections.Immutable;
using System.Globalization;
using VegaGate.Checklists;
using VegaGate.Phases;

namespace VegaGate.Tests.Phases;

public sealed class ChangeLogTests
{
    [Fact]
    public void Commits_stand_with_the_entry_of_their_time_and_nothing_is_lost()
    {
        var changes = DocumentChange.Of(PhaseScene.List).Add(new DocumentChange(new DateOnly(2026, 2, 1), "1.2", "Third, of the same day", null)).Add(new DocumentChange(new DateOnly(2027, 1, 1), null, "Planned", null));
        ImmutableArray<FileCommit> commits = [At("2026-01-10T23:59:00Z"), At("2026-01-11T00:00:00Z"), At("2026-02-01T01:00:00+02:00"), At("2026-02-01T00:00:00Z"), At("2026-03-01T00:00:00Z")];

        var log = ChangeLog.Join(changes, commits);

        log.Select(entry => $"{entry.Change?.Text}: {string.Join(' ', entry.Commits.Select(commit => commit.Sha))}").Should().Equal(
            "Planned: ",
            "Third, of the same day: 2026-03-01T00:00:00Z 2026-02-01T00:00:00Z",
            "Second: ",
            "First: 2026-02-01T01:00:00+02:00 2026-01-11T00:00:00Z",
            ": 2026-01-10T23:59:00Z");
        log.SelectMany(entry => entry.Commits).Should().BeEquivalentTo(commits);
        DocumentChange.Of(PhaseScene.List).Should().Equal(new DocumentChange(new DateOnly(2026, 1, 11), "1.0", "First", "Zev"), new DocumentChange(new DateOnly(2026, 2, 1), "1.1", "Second", null));
    }

    [Fact]
    public void Without_entries_or_commits_there_is_what_there_is()
    {
        ChangeLog.Join([], []).Should().BeEmpty();
        ChangeLog.Join([], [At("2026-01-01T00:00:00Z")]).Should().ContainSingle().Which.Change.Should().BeNull();
    }

    private static FileCommit At(string time) => new(time, DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), "Zev", "Subject");
}
