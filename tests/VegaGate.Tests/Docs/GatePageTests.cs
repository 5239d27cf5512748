using System.Text.RegularExpressions;
using VegaGate.Gate;

namespace VegaGate.Tests.Docs;

public sealed class GatePageTests
{
    [Fact]
    public void Every_reason_code_stands_once_in_the_table()
    {
        var page = Repository.ReadText("docs/gate.md");
        var table = page[page.IndexOf("## Reason codes", StringComparison.Ordinal)..page.IndexOf("## Waiting all the same", StringComparison.Ordinal)];
        var rows = table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[1]);

        rows.SelectMany(row => Regex.Matches(row, "`(?<code>[a-z-]+)`", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["code"].Value))
            .Should().BeEquivalentTo(Enum.GetValues<ReasonCode>().Select(code => code.ToWord()));
    }
}
