namespace VegaGate.Rules;

/// <summary>What the first digit of an id stands for.</summary>
public static class RuleCategory
{
    private const int DigitPlace = 2;

    private static readonly string[] Names =
        ["syntax", "structure", "ownership", "sign-offs", "dependencies", "pass conditions", "hand-offs", "values and prose", "the validator"];

    /// <summary>The name of the category of an id such as VG1002.</summary>
    public static string Of(string id) => Names[id[DigitPlace] - '0'];
}
