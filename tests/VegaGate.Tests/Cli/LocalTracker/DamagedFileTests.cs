using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Tracking;
using static VegaGate.Tests.Cli.LocalTracker.TrackerFolder;

namespace VegaGate.Tests.Cli.LocalTracker;

public sealed class DamagedFileTests : IDisposable
{
    private readonly TrackerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Each damage cuts bytes out of a whole file and puts others there.</summary>
    [Fact]
    public async Task A_damaged_file_is_read_whole_or_refused_and_never_replaced()
    {
        var whole = await Make();
        var damages =
            from at in Gen.Choose(0, whole.Length - 1) from cut in Gen.Choose(0, 40)
            from put in Gen.OneOf(ArbMap.Default.GeneratorFor<byte[]>(), Gen.Elements("null", "1", "\"\"", "{}", "\\ud800", "-", ",").Select(Encoding.UTF8.GetBytes))
            select (byte[])[.. whole[..at], .. put, .. whole[Math.Min(whole.Length, at + cut)..]];

        Prop.ForAll(damages.ToArbitrary(), damaged => Holds(damaged).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private async Task<bool> Holds(byte[] damaged)
    {
        await File.WriteAllBytesAsync(_folder.File, damaged);
        try
        {
            await Describe(_folder.Open(), 3);
        }
        catch (TrackerException e) when (e.Failure == TrackerFailure.Unreachable)
        {
            await _folder.Open().Awaiting(tracker => tracker.EnsureMilestoneAsync("new", Never)).Should().ThrowAsync<TrackerException>();
            (await File.ReadAllBytesAsync(_folder.File)).Should().Equal(damaged);
        }
        catch (TrackerException e) when (e.Failure == TrackerFailure.Rejected)
        {
            // The damaged file holds fewer issues than are asked for.
        }

        return true;
    }

    private async Task<byte[]> Make()
    {
        var tracker = _folder.Open();
        await tracker.EnsureMilestoneAsync("1.0", Never);
        await tracker.CreateIssueAsync(Draft("one", "vegagate", "ops") with { Assignees = ["zev"], Milestone = "1.0" }, Never);
        await tracker.CreateIssueAsync(Draft("two", "vegagate"), Never);
        await tracker.ActAs(new Actor("zev", 7, IsBot: false)).AddCommentAsync(2, "/done", Never);
        await tracker.UpdateIssueAsync(2, new IssueUpdate { IsOpen = false }, Never);
        await tracker.UpdateIssueAsync(2, new IssueUpdate { IsOpen = true }, Never);
        return await File.ReadAllBytesAsync(_folder.File);
    }
}
