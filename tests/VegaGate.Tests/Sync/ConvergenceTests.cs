using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Checklists;
using VegaGate.Sync;
using VegaGate.Tracking;
using static VegaGate.Tests.Sync.SyncScene;

namespace VegaGate.Tests.Sync;

/// <summary>Whatever people do to the issues and to the file: one sync later everything is as it should be, and what people wrote is there.</summary>
public sealed class ConvergenceTests
{
    private const string Begin = "<!-- vegagate:begin; this part is kept by VegaGate, write below it -->";
    private const string End = "<!-- vegagate:end -->";

    private static readonly string[] Texts =
        ["Plain.", "`code` & <b>", "@zev #1 | x", "`<!-- vegagate:end -->`", "a\n\n# b\n* c", " blanks ", "\"quoted\" \\ 'text'", "🔑 é", new('x', 300), "`<!-- vegagate v=1 x -->`"];

    private static readonly string[] Owners = ["zev", "zev, rr", "ops", "kate, client", "ann, cs"];

    private static Gen<string> GenItem =>
        from title in Gen.Elements(Texts)
        from pass in Gen.Elements(Texts)
        from owners in Gen.Elements(Owners)
        from label in Gen.Elements("bug", "Bug", "status:done", "VEGAGATE", "x y")
        from isRequired in Gen.Elements("true", "false")
        select $"title: {JsonSerializer.Serialize(title.Replace('\n', ' '))}, pass: {JsonSerializer.Serialize(pass)}, owners: [{owners}], labels: [\"{label}\"], required: {isRequired}";

    /// <summary>Items by their numbers; some are not there.</summary>
    private static Gen<Checklist> GenList =>
        from items in GenItem.ArrayOf(4)
        from there in Gen.Choose(1, 15)
        select ValidList.Of("{}", [.. items.Select((item, index) => $"{{ id: \"{index + 1}\", {item} }}").Where((_, index) => (there & (1 << index)) != 0)]);

    private static Gen<Edit[]> GenEdits =>
        (from kind in Gen.Elements(Enum.GetValues<EditKind>())
         from target in Gen.Choose(0, 3)
         from salt in Gen.Choose(0, 9)
         select new Edit(kind, target, salt)).ArrayOf().Resize(6);

    private enum EditKind
    {
        WriteBelow,
        WriteAbove,
        SaveInEditor,
        EditBlock,
        CutBegin,
        CutEnd,
        DoubleBlock,
        Retitle,
        AddLabel,
        ChangeOurLabels,
        RaiseLabels,
        Assign,
        Unassign,
        Close,
        CloseAsNotPlanned,
        Reopen,
        Comment,
        MakeTwin,
        CopyMarker,
        TakeLabelOff,
        DamageMarker,
    }

    [Fact]
    public void Every_sync_leaves_nothing_to_do_and_loses_nothing_of_people() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) ? 25 : 1_000),
        Prop.ForAll(GenList.ArrayOf(3).SelectMany(_ => GenEdits.ArrayOf(2), (lists, edits) => (lists, edits)).ToArbitrary(), input => RunAsync(input.lists, input.edits).GetAwaiter().GetResult()));

    private static async Task RunAsync(Checklist[] lists, Edit[][] edits)
    {
        using var scene = new SyncScene();
        var said = new List<(int Number, string Text)>();
        for (var round = 0; round < lists.Length; round++)
        {
            // Stopped at some write first, or at a creation of which nobody knows whether it was carried out.
            int[] salts = round < edits.Length ? [.. edits[round].Select(edit => edit.Salt)] : [];
            await StopAsync(scene, lists[round], salts.Length == 0 ? 3 : salts.Sum() % 12, creation => salts.Length == 0 ? (true, true) : FaultOf(salts[creation % salts.Length]));
            await scene.SyncAsync(lists[round]);
            await ShouldHoldAsync(scene, lists[round], said);
            foreach (var edit in round < edits.Length ? edits[round] : [])
                await EditAsync(scene, edit, said);
        }
    }

    /// <summary>Whether a creation is carried out, and whether its answer arrives.</summary>
    private static (bool IsDone, bool IsAnswered) FaultOf(int salt) => salt switch
    {
        0 or 1 => (true, false),
        2 => (false, false),
        _ => (true, true),
    };

    private static async Task StopAsync(SyncScene scene, Checklist list, int writes, Func<int, (bool IsDone, bool IsAnswered)> creates)
    {
        try
        {
            await scene.ApplyAsync(await scene.PlanAsync(list), new LimitedTracker(scene.Tracker, writes) { Creates = creates });
        }
        catch (TrackerException lost) when (lost.Failure == TrackerFailure.Unreachable)
        {
            // As a run that ends so: the next one finds what there is.
        }
    }

    private static async Task ShouldHoldAsync(SyncScene scene, Checklist list, List<(int Number, string Text)> said)
    {
        var all = await scene.AllAsync();
        var index = IssueIndex.Build(all, Identities);
        index.Broken.Should().BeEmpty();
        var conflicts = (await scene.PlanAsync(list)).Changes.Select(change => change.Identity).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var wanted in DesiredIssues.Of(list, null).Where(wanted => !conflicts.Contains(wanted.Id.ToString())))
        {
            var found = index.Find(wanted.Id.ToString())!;
            IssueBody.Read(found.Issue.Body).Should().Match<IssueBody>(body => body.IsWhole);
            found.Issue.Labels.Where(LabelNames.IsOurs).Should().BeEquivalentTo(wanted.Id.IsTracking ? wanted.Labels : [.. wanted.Labels, LabelNames.Status(found.Marker.Status)], options => options.Using(StringComparer.OrdinalIgnoreCase));
        }

        all.Where(issue => issue.IsOpen && issue.Author.IsBot).Select(issue => IssueMarker.Read(issue.Body)!.Identity).Should().OnlyHaveUniqueItems();
        foreach (var (number, text) in said)
            (await scene.IssueAsync(number)).Should().Match<TrackedIssue>(issue => $"{issue.Body}|{string.Join('|', issue.Labels)}|{string.Join('|', issue.Assignees)}".Contains(text, StringComparison.Ordinal));
    }

    private static async Task EditAsync(SyncScene scene, Edit edit, List<(int Number, string Text)> said)
    {
        var all = (await scene.AllAsync()).Where(issue => issue.Author.IsBot).ToImmutableArray();
        if (all.IsEmpty)
            return;
        var issue = all[edit.Target % all.Length];
        if (IssueMarker.Read(issue.Body) is not { } read || edit.Kind is EditKind.TakeLabelOff or EditKind.DamageMarker && !IsMapped(all, issue, read))
            return;
        var marker = read.ToString();
        var text = $"said {said.Count}";
        if (edit.Kind is EditKind.MakeTwin or EditKind.CopyMarker)
        {
            var author = edit.Kind == EditKind.MakeTwin ? scene.Tracker : scene.Tracker.ActAs(new Actor("mallory", 0, IsBot: false));
            await author.CreateIssueAsync(new IssueDraft { Title = issue.Title, Body = issue.Body, Labels = issue.Labels }, Never);
            return;
        }

        if (edit.Kind == EditKind.Comment)
        {
            await scene.SayAsync(issue.Number, edit.Salt % 2 == 0 ? "/done" : "/undo");
            return;
        }

        if (edit.Kind is EditKind.WriteBelow or EditKind.WriteAbove or EditKind.AddLabel || edit.Kind == EditKind.Assign && issue.Assignees.Length < 9)
            said.Add((issue.Number, text));
        if (edit.Kind == EditKind.Unassign)
            said.RemoveAll(entry => entry.Number == issue.Number && issue.Assignees.Contains(entry.Text, StringComparer.Ordinal));
        await scene.EditAsync(issue.Number, _ => edit.Kind switch
        {
            EditKind.WriteBelow => new IssueUpdate { Body = $"{issue.Body}\r\n{text}\n" },
            EditKind.WriteAbove => new IssueUpdate { Body = $"{marker}\n{text}\n{issue.Body[marker.Length..]}" },
            EditKind.SaveInEditor => new IssueUpdate { Body = issue.Body.ReplaceLineEndings("\r\n") },
            EditKind.EditBlock => new IssueUpdate { Body = issue.Body.Replace("| Checklist |", "| Edited |", StringComparison.Ordinal) },
            EditKind.CutBegin => new IssueUpdate { Body = issue.Body.Replace(Begin, "", StringComparison.Ordinal) },
            EditKind.CutEnd => new IssueUpdate { Body = issue.Body.Replace(End, "", StringComparison.Ordinal) },
            EditKind.DoubleBlock => new IssueUpdate { Body = issue.Body + issue.Body[marker.Length..] },
            EditKind.Retitle => new IssueUpdate { Title = $"{issue.Title[..1]} retitled {edit.Salt}" },
            EditKind.AddLabel => new IssueUpdate { Labels = [.. issue.Labels, text] },
            EditKind.ChangeOurLabels => new IssueUpdate { Labels = [.. issue.Labels.Where(label => label == LabelNames.All || !LabelNames.IsOurs(label)), "status:done", "Owner:other"] },
            EditKind.RaiseLabels => new IssueUpdate { Labels = [.. issue.Labels.Select(label => label.ToUpperInvariant())] },
            EditKind.Assign => new IssueUpdate { Assignees = issue.Assignees.Length < 9 ? [.. issue.Assignees, text] : issue.Assignees },
            EditKind.Unassign => new IssueUpdate { Assignees = [] },
            EditKind.TakeLabelOff => new IssueUpdate { Labels = [.. issue.Labels.Where(label => !LabelNames.IsOurs(label))] },
            EditKind.DamageMarker => new IssueUpdate { Body = "Oops, " + issue.Body },
            EditKind.Close => new IssueUpdate { IsOpen = false },
            EditKind.CloseAsNotPlanned => new IssueUpdate { IsOpen = false, CloseAs = CloseReason.NotPlanned },
            _ => new IssueUpdate { IsOpen = true },
        });
    }

    /// <summary>Of what no map knows, nobody can tell any more whose it was.</summary>
    private static bool IsMapped(IEnumerable<TrackedIssue> all, TrackedIssue issue, IssueMarker marker) =>
        all.Select(other => TrackingMap.Read(other.Body)).OfType<TrackingMap>().Any(map => map.Find(TrackingMap.KeyOf(marker.Identity)) == issue.Number);

    private sealed record Edit(EditKind Kind, int Target, int Salt);
}
