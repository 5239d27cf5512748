using VegaGate.Text;

namespace VegaGate.Cli.Doctor;

/// <summary>How many requests are left. Asking that is not counted.</summary>
internal sealed class RateLimitCheck : IDoctorCheck
{
    public string Name => "rate limit";

    public bool IsRemote => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation)
    {
        var facts = await context.GitHub.ReadTokenAsync(cancellation);
        var reserve = context.Configuration.Budget.Reserve;
        var left = $"{facts.Remaining} of {facts.Limit} requests are left, anew at {Instants.Show(facts.ResetAt)}";
        return
        [
            facts.Remaining == 0 ? Finding.Fail(left, "Wait until then.")
            : facts.Remaining <= reserve ? Finding.Warn($"{left}; {reserve} are kept for others, so `apply` stops at once", "Wait until then, or lower `budget: { reserve: }`.")
            : Finding.Ok(left),
        ];
    }
}
