using System.Collections.Concurrent;
using VegaGate.GitHub.Rest;

namespace VegaGate.Cli.Cache;

/// <summary>Answers that were read in this very run, for one that asks again and again: GitHub says whether they are still true, and does not count that. Nobody else can have written them.</summary>
internal sealed class AnswersOfThisRun : IAnswerCache
{
    private readonly ConcurrentDictionary<string, KeptAnswer> _answers = new(StringComparer.Ordinal);

    public KeptAnswer? Find(string key) => _answers.GetValueOrDefault(key);

    public void Keep(string key, KeptAnswer answer) => _answers[key] = answer;

    public void Forget(string key) => _answers.TryRemove(key, out _);
}
