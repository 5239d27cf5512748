using VegaGate.Conditions;
using VegaGate.Format;

namespace VegaGate.Probes;

/// <summary>Looks for a check of the commit. Where several bear the name, each has to have succeeded; one that was skipped has not.</summary>
internal sealed class CheckProbe : IProbe
{
    public ProbeFormat Format => CheckCondition.Format;

    public TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    public async Task<Finding> AskAsync(MappingReader parameters, ProbeContext context, CancellationToken cancellation)
    {
        var name = parameters.Require(CheckCondition.Check);
        var app = parameters.Find(CheckCondition.App);
        var found = await context.Checks.FindAsync(name, cancellation);
        var meant = app is null ? found : [.. found.Where(check => string.Equals(check.App, app, StringComparison.OrdinalIgnoreCase))];
        var of = app is null ? "" : $" of the app {Shown.Of(app)}";
        if (meant.IsEmpty)
            return Finding.Fail($"the commit has no check {Shown.Of(name)}{of}");
        return meant.FirstOrDefault(check => !check.HasSucceeded) is { } other
            ? Finding.Fail($"the check {Shown.Of(name)}{of} is {Shown.Of(other.State)}")
            : Finding.Pass($"the check {Shown.Of(name)}{of} has succeeded");
    }
}
