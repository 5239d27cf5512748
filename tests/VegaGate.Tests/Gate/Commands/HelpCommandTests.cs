using VegaGate.Gate;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate.Commands;

public sealed class HelpCommandTests
{
    [Theory]
    [InlineData("zev", new[] { "/start", "/done", "/undo", "/block", "/unblock", "/object", "/na", "/help" }, new[] { "/waive", "/accept" })]
    [InlineData("kate", new[] { "/waive", "/na", "/block", "/help" }, new[] { "/done", "/start", "/accept" })]
    public void Names_what_this_person_may_do_here(string login, string[] named, string[] unnamed)
    {
        var scene = OneItem().Say("x", login, "/help");
        var text = HelpText.For(scene.State("x").Ledger.Questions.Should().ContainSingle().Subject.Actor, scene.Scope("x"), scene.State("x"));

        named.Should().OnlyContain(command => text.Contains("| " + "`" + command, StringComparison.Ordinal) || text.Contains("| " + command, StringComparison.Ordinal), text);
        unnamed.Should().OnlyContain(command => !text.Contains(command, StringComparison.Ordinal), text);
    }

    [Fact]
    public void Tells_a_stranger_who_could() =>
        HelpText.For(Person("mallory"), OneItem().Scope("x"), OneItem().State("x")).Should().Be(
            "list/x is **todo**; it still needs Zev (zev) or RR (rr). mallory is not among the people of this checklist, so nothing that is said here in that name counts.");

    [Theory]
    [InlineData("/dnoe", "There is no command /dnoe; did you mean /done? /help tells you what you may do here.")]
    [InlineData("/retest", null)]
    [InlineData("/lgtm", null)]
    [InlineData("/cc", null)]
    public void A_misspelt_command_is_answered_and_other_programs_commands_are_not(string text, string? refusal) =>
        OneItem().Say("x", "zev", text).State("x").Ledger.Refusals.Select(said => said.Text).Should().Equal(refusal is null ? [] : [refusal]);
}
