using VegaGate.Conditions;
using VegaGate.Format;

namespace VegaGate.Probes;

/// <summary>Reads what a probe cannot do without, and what is there but cannot be read: neither may pass for something that was not asked.</summary>
internal static class Parameters
{
    public static string Require(this MappingReader parameters, KeyFormat key) =>
        parameters.Find(key) ?? throw new UnansweredException($"it has no `{key.Name}`");

    /// <summary>Null where the parameter is not there.</summary>
    /// <exception cref="UnansweredException">It is there, and is not what its format says.</exception>
    public static string? Find(this MappingReader parameters, KeyFormat key) =>
        parameters.Node(key) is null ? null : parameters.Text(key)?.Value ?? throw new UnansweredException($"its `{key.Name}` cannot be read");

    public static bool IsSet(this MappingReader parameters, KeyFormat key) => parameters.Find(key) == "true";

    /// <summary>Null where the parameter is not there.</summary>
    public static TimeSpan? FindDuration(this MappingReader parameters, KeyFormat key) => parameters.Find(key) is { } text ? Scalars.ParseDuration(text) : null;
}
