using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>Six defects in a copy of a real list of 64 items: one run finds them all, each on the offending token itself.</summary>
public sealed class SeededDefectsTests
{
    private const string List = "checklists/examples/vega77-go-live.yaml";

    /// <summary>What stands in the list, what is put in its place, the offending token in that, and the id of its finding.</summary>
    private static readonly (string Right, string Wrong, string Token, string Id)[] Seeds =
    [
        ("      - id: \"1.2\"\n", "      - id: \"1.1\" # again\n", "\"1.1\"", "VG1007"),
        ("        owners: [rr, kate]\n        status: todo\n        pass: Written SOP", "        owners: [rr, kaet]\n        status: todo\n        pass: Written SOP", "kaet", "VG2001"),
        ("        status: todo\n        pass: Role table approved.\n", "        status: tood\n        pass: Role table approved.\n", "tood", "VG3001"),
        ("        pass: SLA added to runbook.\n", "        pass: SLA added to runbook.\n        required: ture\n", "ture", "VG1006"),
        ("        status: todo\n        pass: Launch window approved.\n", "        statsu: todo\n        pass: Launch window approved.\n", "statsu", "VG1002"),
        ("        pass: Latest docs are available before UAT sign-off.\n", "        pass: Latest docs are available before UAT sign-off.\n        status: done\n", "status", "VG0003"),
    ];

    [Fact]
    public async Task Are_all_found_in_one_run_each_on_its_token()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        var text = File.ReadAllText(workspace.PathOf(List));
        foreach (var (right, wrong, _, _) in Seeds)
        {
            text.Split(right).Should().HaveCount(2, "{0} stands there once", right);
            text = text.Replace(right, wrong, StringComparison.Ordinal);
        }

        workspace.Write(List, text);
        var expected = Seeds.Select(seed => $"{List}:{PlaceOf(text, text.IndexOf(seed.Wrong, StringComparison.Ordinal) + seed.Wrong.LastIndexOf(seed.Token, StringComparison.Ordinal))}: error {seed.Id}");

        var run = (await workspace.RunAsync("validate", List)).Exits(1);

        run.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line[..(line.IndexOf(" VG", StringComparison.Ordinal) + " VG0000".Length)]).Should().Equal(expected);
    }

    private static string PlaceOf(string text, int offset) => $"{text.AsSpan(0, offset).Count('\n') + 1}:{offset - text.LastIndexOf('\n', offset - 1)}";
}
