using System.Reflection;
using System.Text.RegularExpressions;
using VegaGate.Rules;

namespace VegaGate.Tests.Rules;

public sealed partial class RuleCatalogTests
{
    private static readonly string[] Categories = ["", "Structure", "Ownership", "SignOffs", "Dependencies", "PassConditions", "Handoffs", "Values"];

    public static TheoryData<Rule> All { get; } = [.. RuleCatalog.All];

    [Fact]
    public void Lists_every_rule_that_exists() => RuleCatalog.All.Select(rule => rule.GetType()).Should().BeEquivalentTo(
        typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract));

    [Fact]
    public void Lists_the_rules_in_the_order_of_their_ids_and_each_id_once()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Descriptor.Id).ToList();

        ids.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        ids.Should().NotContain(Validator.NotAChecklist.Id);
    }

    [Theory, MemberData(nameof(All))]
    public void Names_a_rule_after_its_class_and_numbers_it_by_its_folder(Rule rule)
    {
        var type = rule.GetType();

        rule.Descriptor.Id.Should().MatchRegex("^VG[0-9]{4}$");
        type.Namespace.Should().Be($"VegaGate.Rules.{Categories[rule.Descriptor.Id[2] - '0']}");
        rule.Descriptor.Name.Should().Be(WordStart().Replace(type.Name, "-$0").ToLowerInvariant());
        rule.Descriptor.Summary.Should().EndWith(".");
    }

    [Theory, MemberData(nameof(All))]
    public void Lets_no_rule_hold_state(Rule rule) => rule.GetType()
        .GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
        .Should().OnlyContain(field => field.IsInitOnly && field.FieldType == typeof(VegaGate.Diagnostics.DiagnosticDescriptor));

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex WordStart();
}
