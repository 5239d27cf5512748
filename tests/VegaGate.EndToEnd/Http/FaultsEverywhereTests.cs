using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// Each fault at each kind of request of one apply that has everything to do. The kinds are those that an undisturbed run was seen to send, so a new one is
/// tried by itself. The faults are the proxy's own word, no independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class FaultsEverywhereTests : HttpTests
{
    private const string Page = "docs/reliability.md";
    private const string Begin = "<!-- begin: each kind of request -->\n";
    private const string End = "<!-- end of each kind of request -->";
    private const string HumanText = "\nI was here, and I stay: `a|b` <!-- and hidden -->\n";

    /// <summary>An answer that means this by GitHub's description: nobody can tell it from a fault.</summary>
    private static readonly (string Kind, string Fault, string Means)[] Words =
    [
        ("GET assignees/{assignee}", "404", "that the person cannot be assigned"),
    ];

    [Fact]
    public async Task Whatever_goes_wrong_at_whatever_kind_of_request_the_end_is_that_of_an_undisturbed_run()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        await PrepareAsync(syncs);
        var planned = await PlanAsync(syncs);
        // What a person writes now, a stale listing does not have. Later than in the second in which the issue was made: GitHub's times are no finer.
        await GitHub.SetClockAsync(5);
        await AppendAsync("e");
        await GitHub.SaveAsync();

        await GitHub.ResetAsync();
        (await syncs.RunFreshAsync(new LeapingTime(), "apply")).Exits(0);
        var log = await GitHub.RequestsOfJobsAsync();
        planned.Demand(log);
        var kinds = KindsOf(log);
        kinds.Select(kind => kind.Name).Should().Contain(["GET issues?labels", "GET issues?creator", "GET issues/{issue_number}", "GET issues/{issue_number} if modified", "GET issues/{issue_number}/timeline", "POST issues", "PATCH issues/{issue_number}", "PATCH labels/{name}"]);
        (await syncs.RunFreshAsync(new LeapingTime(), "apply")).Exits(0);
        var end = await RepositoryState.ReadAsync(GitHub);
        end.Split(HumanText).Should().HaveCount(3);

        var table = new StringBuilder("| request | mended within the run | a run later |\n| --- | --- | --- |\n");
        var wrong = new List<string>();
        foreach (var kind in kinds)
        {
            var (atOnce, later) = (new List<string>(), new List<string>());
            foreach (var fault in Fault.All.Where(fault => kind.IsRead || !fault.OnReadsOnly))
            {
                var word = Words.Where(word => word.Kind == kind.Name && word.Fault == fault.Name).Select(word => word.Means).FirstOrDefault();
                var (isAtOnce, problem) = await EndsWellAsync(syncs, kind, fault, planned, word is null ? end : null);
                if (problem is not null)
                    wrong.Add($"{kind.Name}, {fault.Name}: {problem}");
                (isAtOnce ? atOnce : later).Add(word is null ? fault.Name : $"{fault.Name} (taken for its meaning: {word})");
            }

            table.Append($"| {kind.Name} | {string.Join("; ", atOnce)} | {string.Join("; ", later)} |\n");
        }

        wrong.Should().BeEmpty();
        GeneratedPart.ShouldBe(Page, Begin, End, table.ToString());
    }

    /// <summary>A repository in which one apply makes, changes, reopens, retires, renames, and looks for what is gone; with people's text in it.</summary>
    private async Task PrepareAsync(Syncs syncs)
    {
        WriteList(syncs, "M1", "zev: { name: Zev, github: zev }", ["a", "b", "c", "d", "e", "f"], "One.");
        (await syncs.RunFreshAsync(new LeapingTime(), "apply")).Exits(0);
        await AppendAsync("b");
        await GitHub.CloseAsync(TestSeed.Owner, (await GitHub.IssueAsync("every/c")).Number);
        await GitHub.DeleteAsync((await GitHub.IssueAsync("every/d")).Number);
        WriteList(syncs, "M2", "zeev: { name: Zev, github: zev, was: zev }", ["a", "b", "c", "d", "e", "i"], "One, and more.");
    }

    private static void WriteList(Syncs syncs, string milestone, string person, string[] items, string pass)
    {
        var text = $"checklist: every\ntitle: Every\nmilestone: {milestone}\npeople:\n  {person}\n  trixie: {{ name: Trixie, github: trixie }}\nsections:\n  - id: all\n    title: All\n    items:\n";
        syncs.Workspace.Write("checklists/list.yaml", text + string.Concat(items.Select(item =>
            $"      - {{ id: {item}, title: Item {item}, owners: [{(item == "i" ? "trixie" : person.Split(':')[0])}], pass: \"{pass}\" }}\n")));
    }

    private async Task AppendAsync(string item)
    {
        var issue = await GitHub.IssueAsync($"every/{item}");
        await GitHub.SendAsync(HttpMethod.Patch, $"issues/{issue.Number}", TestSeed.Admin, new { body = issue.Body + HumanText }, 200);
    }

    /// <summary>One fault at the first request of a kind, then one more run; whether the run that met it needed no other.</summary>
    /// <param name="end">The end that is demanded; null where the fault's answer means something.</param>
    private async Task<(bool IsAtOnce, string? Problem)> EndsWellAsync(Syncs syncs, Kind kind, Fault fault, PlannedWrites planned, string? end)
    {
        await GitHub.RestoreAsync();
        await GitHub.ResetAsync();
        await GitHub.SetFaultsAsync(fault.At(kind.Method, $"^{Regex.Escape(kind.Path)}(\\?|$)", kind.Skip));
        var disturbed = await syncs.RunFreshAsync(new LeapingTime(), "apply");
        if (await GitHub.FaultsFiredAsync() != 1)
            return (false, "the fault never struck");
        await GitHub.SetFaultsAsync();
        var isAtOnce = disturbed.ExitCode == 0 && await RepositoryState.ReadAsync(GitHub) == end;
        if (disturbed.ExitCode is not (0 or 3 or 4) || disturbed.Error.Contains("internal error", StringComparison.Ordinal))
            return (false, $"it said {disturbed}");
        var again = await syncs.RunFreshAsync(new LeapingTime(), "apply");
        if (again.ExitCode != 0)
            return (false, $"the next run said {again}");
        if (planned.Violations(await GitHub.RequestsOfJobsAsync()) is { Length: > 0 } violations)
            return (false, $"written and not planned: {string.Join(", ", violations)}");
        var state = await RepositoryState.ReadAsync(GitHub);
        if (end is not null && state != end)
            return (false, $"another end, after {disturbed}{again}:\n{Difference(end, state)}");
        var plan = await syncs.RunFreshAsync(new LeapingTime(), "plan");
        return (isAtOnce || end is null, plan.Output.StartsWith("  conflict  every/d", StringComparison.Ordinal) && plan.Output.Contains("plan: 1 to conflict, ", StringComparison.Ordinal) ? null : $"a plan is left: {plan}");
    }

    private static string Difference(string expected, string actual)
    {
        var (wanted, found) = (expected.Split('\n'), actual.Split('\n'));
        return $"missing: {string.Join('\n', wanted.Except(found, StringComparer.Ordinal))}\nnot wanted: {string.Join('\n', found.Except(wanted, StringComparer.Ordinal))}";
    }

    private static Kind[] KindsOf(LoggedRequest[] log)
    {
        var kinds = new Dictionary<string, Kind>(StringComparer.Ordinal);
        for (var at = 0; at < log.Length; at++)
        {
            var request = log[at];
            var question = new[] { "labels", "creator" }.FirstOrDefault(request.Query.ContainsKey);
            var name = $"{request.Method} {request.Route.Replace("/repos/{owner}/{repo}", "", StringComparison.Ordinal).TrimStart('/')}"
                + (question is null ? "" : $"?{question}") + (request.Headers.ContainsKey("if-modified-since") ? " if modified" : "");
            var skip = log[..at].Count(earlier => earlier.Method == request.Method && earlier.Path == request.Path);
            kinds.TryAdd(name.EndsWith(' ') ? $"{name}the repository" : name, new Kind(name.EndsWith(' ') ? $"{name}the repository" : name, request.Method, request.Path, skip));
        }

        return [.. kinds.Values];
    }

    private async Task<PlannedWrites> PlanAsync(Syncs syncs)
    {
        var plan = JsonNode.Parse((await syncs.RunFreshAsync(new LeapingTime(), "plan", "--format", "json")).Exits(0).Output)!;
        (await GitHub.RequestsOfJobsAsync()).TakeLast(3).Should().NotContain(request => request.IsWrite);
        var changes = plan["changes"]!.AsArray().Where(change => change!["action"]!.GetValue<string>() != "conflict").ToArray();
        return new PlannedWrites(
            [.. changes.Select(change => change!["number"]?.GetValue<int>()).OfType<int>()],
            [.. changes.Where(change => change!["number"] is null).Select(change => change!["title"]!.GetValue<string>())],
            [.. plan["renames"]!.AsArray().Select(rename => rename!["from"]!.GetValue<string>())]);
    }

    /// <summary>A kind of request, and the first one of it in the run.</summary>
    /// <param name="Skip">How many requests of the same method and path come before it.</param>
    private sealed record Kind(string Name, string Method, string Path, int Skip)
    {
        public bool IsRead => Method == "GET";
    }

    /// <summary>What the plan names: issues by number, those to be made by title, and labels to be renamed.</summary>
    private sealed record PlannedWrites(HashSet<int> Numbers, HashSet<string> Titles, HashSet<string> Labels)
    {
        public void Demand(LoggedRequest[] log) => Violations(log).Should().BeEmpty();

        public string[] Violations(LoggedRequest[] log) =>
        [
            .. log.Where(request => request.IsWrite && !(request switch
            {
                { Method: "POST", Route: "/repos/{owner}/{repo}/issues" } => Titles.Contains(request.Body!["title"]!.GetValue<string>()),
                { Route: "/repos/{owner}/{repo}/issues/{issue_number}" or "/repos/{owner}/{repo}/issues/{issue_number}/comments" } => Numbers.Contains(int.Parse(request.Path.Split('/')[5])),
                { Method: "POST", Route: "/repos/{owner}/{repo}/labels" or "/repos/{owner}/{repo}/milestones" } => true,
                { Method: "PATCH", Route: "/repos/{owner}/{repo}/labels/{name}" } => Labels.Contains(Uri.UnescapeDataString(request.Path.Split('/')[^1])),
                _ => false,
            })).Select(request => request.ToString()),
        ];
    }
}
