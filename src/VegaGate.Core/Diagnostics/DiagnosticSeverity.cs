namespace VegaGate.Diagnostics;

/// <summary>How bad a finding is, in rising order. Only an error makes a command fail.</summary>
public enum DiagnosticSeverity
{
    Notice,
    Warning,
    Error,
}
