using Polly;
using Polly.Retry;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>A try that failed and may be repeated.</summary>
/// <param name="final">What is thrown when no try is left.</param>
/// <param name="wait">What GitHub asked for; null leaves it to the pipeline.</param>
internal sealed class TransientFailure(TrackerException final, TimeSpan? wait) : Exception(final.Message)
{
    public TrackerException Final { get; } = final;

    public TimeSpan? Wait { get; } = wait;
}

/// <summary>Repeats what threw a <see cref="TransientFailure"/>.</summary>
internal static class RetryPipeline
{
    public static ResiliencePipeline Create(GitHubConnectionOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is TransientFailure),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                    (arguments.Outcome.Exception as TransientFailure)?.Wait ?? options.RetryDelay * Math.Pow(2, arguments.AttemptNumber)),
            });
        }

        return builder.Build();
    }
}
