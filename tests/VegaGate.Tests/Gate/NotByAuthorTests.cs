using VegaGate.Gate;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

public sealed class NotByAuthorTests
{
    private const string Gate = "{ not-by: author }";
    private const string Item = "{ id: x, title: Do it, owners: [zev, rr] }";

    [Fact]
    public void Who_wrote_the_text_does_not_sign_it_off()
    {
        var scene = Of(Gate, Item).WrittenBy("x", new TextAuthor(Person("ZEV"), null)).Close("x", Person("zev"));

        var verdict = scene.Verdict("x");
        (verdict.Verdict, verdict.Reason).Should().Be((Verdict.Fail, ReasonCode.SignOffWithoutAuthority));
        verdict.Sentence.Should().Be("zev wrote the last change of the text, so somebody else has to sign it off: Zev (zev) or RR (rr).");
        scene.State("x").Status.ToString().Should().Be("Todo");
    }

    [Fact]
    public void Somebody_else_does() =>
        Of(Gate, Item).WrittenBy("x", new TextAuthor(Person("zev"), null)).Say("x", "zev", "/done").Say("x", "rr", "/done").Verdict("x").Reason.Should().Be(ReasonCode.SignedOff);

    [Fact]
    public void The_number_of_the_account_decides_where_both_have_one() =>
        Of(Gate, Item).WrittenBy("x", new TextAuthor(Person("zev-old", 7), null)).Say("x", Person("zev", 7), "/done").Verdict("x").Reason.Should().Be(ReasonCode.SignOffWithoutAuthority);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_known_holds(bool isAsked)
    {
        var scene = Of(Gate, Item).Say("x", "zev", "/done");
        if (isAsked)
            scene.WrittenBy("x", new TextAuthor(null, "the checkout has not the whole history"));

        var verdict = scene.Verdict("x");
        (verdict.Verdict, verdict.Reason).Should().Be((Verdict.Fail, ReasonCode.ProbeError));
        verdict.Sentence.Should().EndWith(isAsked ? "holds: the checkout has not the whole history." : "holds: nobody looked.");
    }

    [Fact]
    public void A_list_that_does_not_ask_lets_the_author_sign() =>
        Of("{ }", Item).WrittenBy("x", new TextAuthor(Person("zev"), null)).Say("x", "zev", "/done").Verdict("x").Reason.Should().Be(ReasonCode.SignedOff);
}
