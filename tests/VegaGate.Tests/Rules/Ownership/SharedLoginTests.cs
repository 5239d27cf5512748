using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class SharedLoginTests
{
    private static readonly SharedLogin Rule = new();

    [Fact]
    public void Reports_one_account_of_two_people()
    {
        var findings = Rule.ShouldReport(
            "checklist: a\npeople: { a: { github: Zev-Dev, id: 7 }, b: { github: [|zev-dev|], id: 7 }, c: { github: c }, [|d|]: { id: 7 }, e: {}, f: {} }\n",
            "`a` and `b` have the login `zev-dev` both, so that one account would have two voices; correct one, or make them one person.",
            "`a` and `d` have the account number 7 both, so that one account would have two voices; correct one, or make them one person.");

        findings[0].Related.Should().ContainSingle().Which.Message.Should().Be("It stands here first.");
    }
}
