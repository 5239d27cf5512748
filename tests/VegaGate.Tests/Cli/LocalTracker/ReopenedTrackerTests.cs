using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Cli.LocalTracker;
using VegaGate.Tracking;
using static VegaGate.Tests.Cli.LocalTracker.TrackerFolder;

namespace VegaGate.Tests.Cli.LocalTracker;

/// <summary>Whatever is done to a tracker, one that is opened on its file knows as much as the one that did it.</summary>
public sealed class ReopenedTrackerTests
{
    private static readonly ImmutableArray<string> Names = ["vegagate", "VegaGate", "ops", "Ops", "ö", "", new('l', 51)];

    private static readonly ImmutableArray<Actor> Actors = [EmbeddedTracker.DefaultIdentity, new("zev", 7, IsBot: false), new("Ann", 0, IsBot: false)];

    private static readonly Gen<string> Text = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""),
        ArbMap.Default.ArbFor<UnicodeString>().Generator.Select(text => text.Get ?? ""),
        Gen.Elements("t", " ", "/done\r\n", "\ud800", "<!-- vegagate -->", new string('t', 257)));

    private static readonly Gen<ImmutableArray<string>> Labels = Gen.Elements<string>(Names).ListOf().Select(list => list.Take(3).ToImmutableArray());

    private static readonly Gen<ImmutableArray<string>> Assignees = Gen.Elements("zev", "ZEV", "Ann", "a.b").ListOf().Select(list => list.Take(3).ToImmutableArray());

    private static readonly Gen<Step> Steps = Gen.OneOf(
        from title in Text from body in Text from labels in Labels from assignees in Assignees from milestone in Maybe(Gen.Elements("1.0", "2.0"))
        select new Step("create", tracker => tracker.CreateIssueAsync(
            new IssueDraft { Title = title, Body = body, Labels = labels, Assignees = assignees, Milestone = milestone }, Never)),
        from number in Gen.Choose(1, 4) from title in Maybe(Text) from body in Maybe(Text) from labels in MaybeValue(Labels) from open in MaybeValue(Gen.Elements(true, false))
        from reason in MaybeValue(Gen.Elements(CloseReason.Completed, CloseReason.NotPlanned, CloseReason.Duplicate))
        select new Step($"update {number}", tracker => tracker.UpdateIssueAsync(
            number, new IssueUpdate { Title = title, Body = body, Labels = labels, IsOpen = open, CloseAs = reason }, Never)),
        from number in Gen.Choose(1, 4) from body in Text
        select new Step($"comment on {number}", tracker => tracker.AddCommentAsync(number, body, Never)),
        from name in Gen.Elements<string>(Names) from description in Text
        select new Step("label", tracker => tracker.CreateLabelAsync(new TrackerLabel(name, "abcdef", description), Never)),
        from title in Gen.Elements("1.0", "2.0")
        select new Step("milestone", tracker => tracker.EnsureMilestoneAsync(title, Never)));

    private static readonly Gen<Move> Moves =
        from step in Steps from actor in Gen.Elements<Actor>(Actors) from second in Gen.Choose(-100, 100) from fresh in Gen.Elements(true, false)
        select new Move(step, actor, TimeSpan.FromSeconds(second), fresh);

    [Fact]
    public void Knows_what_the_first_one_knew() =>
        Prop.ForAll(Moves.ListOf().ToArbitrary(), moves => Holds([.. moves]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static async Task<bool> Holds(ImmutableArray<Move> moves)
    {
        using var folder = new TrackerFolder();
        var tracker = folder.Open();
        var refused = 0;
        foreach (var move in moves)
        {
            folder.Time.Now += move.Gone;
            var writer = move.Fresh ? folder.Open() : tracker;
            try
            {
                await move.Step.Do(writer.ActAs(move.Actor));
            }
            catch (TrackerException e) when (e.Failure == TrackerFailure.Rejected)
            {
                refused++;
            }
        }

        (await Describe(folder.Open(), moves.Length)).Should().Equal(await Describe(tracker, moves.Length), "{0} of {1} were refused", refused, moves.Length);
        for (var number = 1; await tracker.FindIssueAsync(number, Never) is { } issue; number++)
        {
            var times = (await tracker.ReadTimelineAsync(number, Never)).Select(happened => happened.At).Prepend(issue.CreatedAt).Append(issue.UpdatedAt);
            times.Should().BeInAscendingOrder();
        }

        return true;
    }

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant((T?)null));

    private static Gen<T?> MaybeValue<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant((T?)null));

    /// <summary>Something that somebody asks of a tracker, whether it is refused or not.</summary>
    private sealed record Step(string Name, Func<IIssueTracker, Task> Do)
    {
        public override string ToString() => Name;
    }

    /// <summary>A step, by whom, and when.</summary>
    /// <param name="Gone">How far the clock went since the move before, or was set back.</param>
    /// <param name="Fresh">Whether another process makes the move.</param>
    private sealed record Move(Step Step, Actor Actor, TimeSpan Gone, bool Fresh);
}
