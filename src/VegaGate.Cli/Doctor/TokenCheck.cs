using VegaGate.GitHub.Rest;

namespace VegaGate.Cli.Doctor;

/// <summary>Whether GitHub takes the token, and of what kind it is.</summary>
internal sealed class TokenCheck : IDoctorCheck
{
    public string Name => "token";

    public bool IsRemote => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation)
    {
        var facts = await context.GitHub.ReadTokenAsync(cancellation);
        return [Finding.Ok($"GitHub takes it; {Kind(facts, context.GitHub)}")];
    }

    private static string Kind(TokenFacts facts, GitHubDiagnosis github) =>
        github.IsInstallation ? "it is a workflow's own token, or an App's"
        : facts.Scopes is not { } scopes ? "it is a fine-grained token, or one without scopes"
        : scopes.IsEmpty ? "it is a classic token without any scope" : $"it is a classic token with the scopes {string.Join(", ", scopes)}";
}
