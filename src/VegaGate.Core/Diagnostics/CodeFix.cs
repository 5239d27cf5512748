using System.Collections.Immutable;
using VegaGate.Text;

namespace VegaGate.Diagnostics;

/// <summary>Whether a fix may be applied without a look.</summary>
public enum FixApplicability
{
    /// <summary>Keeps the meaning, or restores the one that was plainly intended.</summary>
    Safe,

    /// <summary>May change the meaning: applied only on request.</summary>
    Unsafe,
}

/// <summary>A change of the text that removes a finding.</summary>
public sealed record CodeFix(string Title, FixApplicability Applicability, ImmutableArray<TextEdit> Edits);
