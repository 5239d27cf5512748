namespace VegaGate.EndToEnd.Http;

/// <summary>Each test has a GitHub of its own, and every request that it received must be one that GitHub's REST description knows.</summary>
public abstract class HttpTests : IAsyncLifetime
{
    private GitHubEmulator? github;

    private protected GitHubEmulator GitHub => github ?? throw new InvalidOperationException("The emulator has not been started.");

    public async Task InitializeAsync() => github = await GitHubEmulator.StartAsync(TestSeed.Create());

    public async Task DisposeAsync()
    {
        if (github is null)
            return;
        try
        {
            (await github.ViolationsAsync()).Should().BeEmpty("every request follows GitHub's REST description");
        }
        finally
        {
            await github.DisposeAsync();
        }
    }
}
