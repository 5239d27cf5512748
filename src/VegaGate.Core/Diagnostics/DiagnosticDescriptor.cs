namespace VegaGate.Diagnostics;

/// <summary>What a finding of one kind is.</summary>
/// <param name="Id">"VG" and four digits; the first digit is the category. Never reused.</param>
/// <param name="Name">The bad pattern in kebab case, as in "allow duplicate-item-id".</param>
/// <param name="Severity">The severity unless a finding or the configuration says otherwise.</param>
/// <param name="Summary">One sentence that says what is wrong with it.</param>
public sealed record DiagnosticDescriptor(string Id, string Name, DiagnosticSeverity Severity, string Summary)
{
    /// <summary>The manual page, from the root of VegaGate's repository.</summary>
    public string HelpPath => $"docs/rules/{Id}.md";

    /// <summary>
    /// Whether its errors can be neither lowered nor suppressed, because sync and gate would then work from something other than what is written: by default
    /// those of syntax, structure, dependencies and the validator itself, and of the others what leaves a name, a stage or a value undefined.
    /// </summary>
    public bool IsFixed { get; init; } = Severity == DiagnosticSeverity.Error && (Id.Length > 2 && Id[2] is '0' or '1' or '4' or '8' || Id is "VG2003" or "VG3003" or "VG3004" or "VG7005");

    /// <summary>Whether the text at the place must not be shown, since it may be a secret.</summary>
    public bool HidesText { get; init; }
}
