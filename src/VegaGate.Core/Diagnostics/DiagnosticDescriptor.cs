namespace VegaGate.Diagnostics;

/// <summary>What a finding of one kind is.</summary>
/// <param name="Id">"VG" and four digits; the first digit is the category. Never reused.</param>
/// <param name="Name">The bad pattern in kebab case, as in "allow duplicate-item-id".</param>
/// <param name="Severity">The severity unless a finding or the configuration says otherwise.</param>
/// <param name="Summary">One sentence that says what is wrong with it.</param>
public sealed record DiagnosticDescriptor(string Id, string Name, DiagnosticSeverity Severity, string Summary)
{
    /// <summary>Whether the text at the place must not be shown, since it may be a secret.</summary>
    public bool HidesText { get; init; }
}
