using VegaGate.Rules;
using VegaGate.Rules.SignOffs;

namespace VegaGate.Tests.Rules;

public sealed class RealChecklistTests
{
    public static TheoryData<string, Rule> Silent
    {
        get
        {
            var data = new TheoryData<string, Rule>();
            foreach (var path in Repository.Checklists.Cast<object[]>().Select(row => (string)row[0]))
            {
                foreach (var rule in RuleCatalog.All.Where(rule => rule is not DoneWithoutSignOff))
                    data.Add(path, rule);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Silent))]
    public void Leaves_a_real_checklist_alone(string path, Rule rule) => rule.ShouldBeSilent(Repository.ReadText(path));

    [Theory]
    [InlineData("checklists/examples/vega77-go-live.yaml", "2.1", "2.2", "2.3", "2.4")]
    [InlineData("checklists/examples/vauntico-deployment.yaml")]
    [InlineData("checklists/vegagate-release.yaml")]
    public void Finds_what_is_done_without_a_sign_off(string path, params string[] items)
    {
        var findings = RuleChecking.Validate(Repository.ReadText(path));

        findings.Select(finding => finding.Message).Should().Equal(
            items.Select(item => $"Item `{item}` is recorded as done without a sign-off; its issue stays open until an owner signs it off there."));
        findings.Select(finding => (finding.Descriptor.Id, finding.Source.GetText(finding.Span))).Should().AllBeEquivalentTo(("VG3002", "done"));
    }

    [Theory, MemberData(nameof(Repository.Checklists), MemberType = typeof(Repository))]
    public void Gets_back_the_quotes_of_its_ids_by_the_fix(string path)
    {
        var text = Repository.ReadText(path);
        var lines = text.Split('\n').Select(line => line.TrimStart() is ['-', ' ', 'i', 'd', ..] or ['n', 'e', 'e', 'd', 's', ..] ? line.Replace("\"", "", StringComparison.Ordinal) : line);

        new VegaGate.Rules.Structure.NumberLikeId().ShouldFix(string.Join('\n', lines), text);
    }
}
