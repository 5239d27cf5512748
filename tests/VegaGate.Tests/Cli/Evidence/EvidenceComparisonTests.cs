using System.Text.Json;
using VegaGate.Cli;

namespace VegaGate.Tests.Cli.Evidence;

public sealed class EvidenceComparisonTests : IDisposable
{
    private readonly EvidenceFolder _folder = EvidenceFolder.Held();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Items_texts_verdicts_signers_and_waivers_that_differ_are_told()
    {
        var list = _folder.Folder.Read("checklists/launch.yaml");
        _folder.Folder.Write("checklists/launch.yaml", list
            .Replace("title: Build it, pass: It is built.", "title: Build it, pass: It is built twice.", StringComparison.Ordinal)
            .Replace("      - { id: \"1.3\", title: Sell it, pass: It is sold. }\n", "      - { id: \"1.4\", title: \"Ship it ##[error] | <b>\", pass: It is shipped. }\n", StringComparison.Ordinal));
        _folder.Runs("apply");
        _folder.Runs("say", "1.2", "/undo", "--as", "kate");
        _folder.Runs("say", "1.2", "/done", "--as", "zev");
        _folder.Folder.Run("gate", "--evidence", "later.json").Should().Be(ExitCode.Findings);

        _folder.Runs("evidence", "diff", EvidenceFolder.File, "later.json");

        _folder.Output.Should().MatchRegex("\\Adecision: hold \\(blocked\\) -> hold \\(sign-off-void\\)\n")
            .And.Contain("\nchanged  launch/1.1: 1.1 Build it\n  pass: It is built. -> It is built twice.\n  verdict: pass (signed-off) -> fail (sign-off-void)\n  signed off by: zev -> none\n")
            .And.Contain("\nchanged  launch/1.2: 1.2 Prove it\n  verdict: waived (waived) -> pass (signed-off)\n  signed off by: none -> zev\n  waiver: Waived by kate until 2099-12-31: later -> none\n")
            .And.Contain("\nadded    launch/1.4: 1.4 Ship it ##(error] | <b>\n").And.Contain("\nremoved  launch/1.3: 1.3 Sell it\n");

        _folder.Runs("evidence", "diff", EvidenceFolder.File, "later.json", "--format", "markdown");
        _folder.Output.Should().Contain("| 1\\.4 Ship it ##\\[error\\] \\| &lt;b&gt; | added | verdict |  | pending (open) |\n").And.Contain("| 1\\.3 Sell it | removed |  |  |  |\n");

        _folder.Runs("evidence", "diff", EvidenceFolder.File, "later.json", "--format", "json");
        _folder.Output.Should().NotContain("##[");
        using var json = JsonDocument.Parse(_folder.Output);
        json.RootElement.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("fate")} {item.GetProperty("id")}").Should()
            .Equal("changed launch/1.1", "changed launch/1.2", "added launch/1.4", "removed launch/1.3");
    }

    [Fact]
    public void Nothing_differs_from_itself()
    {
        _folder.Runs("evidence", "diff", EvidenceFolder.File, EvidenceFolder.File);

        _folder.Output.Should().Be("No difference.\n");
    }
}
