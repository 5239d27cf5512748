namespace VegaGate.Text;

/// <summary>Replaces <see cref="Span"/> by <see cref="NewText"/>; everything else stays as it is, byte for byte.</summary>
public readonly record struct TextEdit(TextSpan Span, string NewText);
