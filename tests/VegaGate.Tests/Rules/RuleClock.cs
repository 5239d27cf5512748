using System.Collections.Immutable;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Tests.Rules;

/// <summary>The time at which the tests run the rules.</summary>
internal static class RuleClock
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    extension(Validator)
    {
        public static ValidationResult Validate(IEnumerable<YamlTree> trees, ImmutableArray<Rule> rules) => Validator.Validate(trees, rules, Now);
    }
}
