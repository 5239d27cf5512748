using VegaGate.Conditions;
using VegaGate.Format;

namespace VegaGate.Probes;

/// <summary>Looks at a pull request of the repository.</summary>
internal sealed class PullRequestProbe : IProbe
{
    public ProbeFormat Format => PullRequestCondition.Format;

    public TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    public async Task<Finding> AskAsync(MappingReader parameters, ProbeContext context, CancellationToken cancellation)
    {
        var number = Scalars.ParsePositive(parameters.Require(PullRequestCondition.Number))!.Value;
        if (await context.Checks.FindPullRequestAsync(number, cancellation) is not { } found)
            return Finding.Fail($"there is no pull request {number}");
        if (!found.IsMerged)
            return Finding.Fail($"pull request {number} is not merged");
        if (!parameters.IsSet(PullRequestCondition.Approved))
            return Finding.Pass($"pull request {number} is merged");
        if (!found.Objectors.IsEmpty)
            return Finding.Fail($"pull request {number} is merged, but {string.Join(", ", found.Objectors)} asked for changes");
        return found.Approvers.IsEmpty
            ? Finding.Fail($"pull request {number} is merged, but nobody who belongs to the repository approved its last commit")
            : Finding.Pass($"pull request {number} is merged and approved by {string.Join(", ", found.Approvers)}");
    }
}
