using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Conditions;

/// <summary>Asks a public address and looks at the answer.</summary>
public static class HttpCondition
{
    private const int LeastStatus = 100;
    private const int GreatestStatus = 599;

    public static KeyFormat Url { get; } = Required("url", Scalars.Line, "The address, which begins with `https://`.");

    public static KeyFormat Status { get; } = Optional("status", Scalars.Between(LeastStatus, GreatestStatus), "The status of the answer; 200 unless said.");

    public static KeyFormat Headers { get; } = Optional(
        "headers", new NamedFormat("a mapping from header to text", ProbeScalars.HeaderName, Scalars.Line), "Headers that the answer has, each with text that its value holds, in whatever case.");

    public static KeyFormat Contains { get; } = Optional("contains", Scalars.Text, "Text that the body holds.");

    public static KeyFormat Json { get; } = Optional("json", new NamedFormat("a mapping from member to value", Scalars.Line, new AnyFormat()), "Members that the body, read as a JSON object, holds with these values; `data.status` goes into `data`. Without quotes, numbers, `true`, `false` and `null` are just that.");

    public static KeyFormat Within { get; } = Optional("within", ProbeScalars.ShortTime, "How long the whole answer may take, redirects included.");

    public static ProbeFormat Format { get; } = new("http", "A request gets the answer that is described.", [Url, Status, Headers, Contains, Json, Within]);
}
