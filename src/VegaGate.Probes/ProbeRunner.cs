using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.Sockets;
using System.Security.Authentication;
using VegaGate.Conditions;
using VegaGate.Format;
using VegaGate.Probes.Names;
using VegaGate.Probes.Network;
using VegaGate.Text;

namespace VegaGate.Probes;

/// <summary>Finds the probe for a call and asks it: with a time-out, and once more where the first attempt may have been bad luck. Whatever goes wrong is an answer that holds.</summary>
public sealed class ProbeRunner : IProbes
{
    private const int MaxEvidence = 400;

    /// <summary>After that nothing more is asked, so that a list of slow hosts does not hold a runner for hours.</summary>
    private static readonly TimeSpan AllTogether = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ProbeContext _context;
    private readonly ImmutableArray<IProbe> _probes;
    private readonly long _begin;
    private readonly ConcurrentDictionary<(string Kind, string Text), Lazy<Task<ProbeAnswer>>> _answers = new();

    /// <summary>For one run, which begins now.</summary>
    /// <param name="hosts">Hosts that may be reached; "*." before a name means everything below it.</param>
    public ProbeRunner(ImmutableArray<string> hosts, ICommitFiles files, ICommitChecks checks, TimeProvider time)
        : this(new ProbeContext(PublicNetwork.Open(new AllowedHosts(hosts)), NameClient.Open(time), files, checks, time), ProbeCatalog.All)
    {
    }

    internal ProbeRunner(ProbeContext context, ImmutableArray<IProbe> probes)
    {
        _context = context;
        _probes = probes;
        _begin = context.Time.GetTimestamp();
    }

    /// <summary>Whether probes may go to a host.</summary>
    /// <param name="hosts">The names and patterns of the configuration.</param>
    public static bool MayReach(ImmutableArray<string> hosts, string host) => new AllowedHosts(hosts).Allows(host);

    /// <summary>Asks; the same question gets the answer that it got before.</summary>
    public Task<ProbeAnswer> AskAsync(ProbeCall call, CancellationToken cancellation) =>
        _answers.GetOrAdd((call.Kind.Value, call.Text), _ => new Lazy<Task<ProbeAnswer>>(() => FindOutAsync(call, cancellation))).Value;

    private async Task<ProbeAnswer> FindOutAsync(ProbeCall call, CancellationToken cancellation)
    {
        if (_probes.FirstOrDefault(probe => probe.Format.Kind == call.Kind.Value) is not { } probe)
            return Unanswered("there is no such probe");
        if (MappingReader.From(call.Parameters) is not { } parameters)
            return Unanswered("it has no parameters");
        var (answer, isTransient) = await AttemptAsync(probe, parameters, cancellation);
        if (!isTransient)
            return answer;
        await Task.Delay(Pause, _context.Time, cancellation);
        return (await AttemptAsync(probe, parameters, cancellation)).Answer;
    }

    private async Task<(ProbeAnswer Answer, bool IsTransient)> AttemptAsync(IProbe probe, MappingReader parameters, CancellationToken cancellation)
    {
        if (_context.Time.GetElapsedTime(_begin) > AllTogether)
            return (Unanswered($"all probes together took more than {AllTogether.TotalMinutes:0} minutes, so nothing more was asked"), false);
        using var limit = new CancellationTokenSource(probe.Patience, _context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            var finding = await probe.AskAsync(parameters, _context, either.Token);
            return (new ProbeAnswer(finding.HasPassed ? ProbeOutcome.Passed : ProbeOutcome.Failed, ForeignText.Line(finding.Evidence, MaxEvidence)), finding.IsTransient);
        }
        catch (UnansweredException problem)
        {
            return (Unanswered(problem.Message), problem.IsTransient);
        }
        catch (AuthenticationException failure)
        {
            return (Unanswered($"no secure connection was made: {Innermost(failure)}"), false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException)
        {
            return failure.InnerException is AuthenticationException inner
                ? (Unanswered($"no secure connection was made: {Innermost(inner)}"), false)
                : (Unanswered($"no answer came: {Innermost(failure)}"), true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (Unanswered($"no answer came within {probe.Patience.TotalSeconds:0.###} s"), true);
        }
#pragma warning disable CA1031 // The last place: a fault of a probe must hold the gate, and must not take the answers of the others away.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return (Unanswered($"internal error, please report it: {fault.GetType().Name}: {fault.Message}"), false);
        }
#pragma warning restore CA1031
    }

    private static string Innermost(Exception failure) => failure.GetBaseException().Message.TrimEnd('.');

    private static ProbeAnswer Unanswered(string evidence) => new(ProbeOutcome.Unanswered, ForeignText.Line(evidence, MaxEvidence));
}
