namespace VegaGate.Format;

/// <summary>Lists that many keys hold; of each, one may stand alone.</summary>
public static class Lists
{
    public static ListFormat Names { get; } = new(Scalars.Identifier, AcceptsSingle: true);

    public static ListFormat Mentions { get; } = new(Scalars.Mention, AcceptsSingle: true);

    public static ListFormat Labels { get; } = new(Scalars.Label, AcceptsSingle: true);

    public static ListFormat Lines { get; } = new(Scalars.Line, AcceptsSingle: true);
}
