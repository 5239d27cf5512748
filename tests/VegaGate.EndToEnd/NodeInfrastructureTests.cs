using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>The emulated GitHub and its tools have tests of their own, in Node; they are run here so that one command runs everything.</summary>
public sealed class NodeInfrastructureTests
{
    [Fact]
    public async Task The_tests_of_the_Node_infrastructure_pass()
    {
        var folder = Path.Combine(Repository.Tests, "github");
        var variables = VegaGateProgram.Variables(("PATH", Environment.GetEnvironmentVariable("PATH") ?? ""), ("HOME", Path.GetTempPath()), ("FORCE_COLOR", "0"));
        var npm = OperatingSystem.IsWindows() ? ("cmd.exe", new[] { "/c", "npm", "test" }) : ("npm", ["test"]);

        var run = (await VegaGateProgram.RunAsync(VegaGateProgram.Describe(folder, variables, npm.Item1, npm.Item2), TimeSpan.FromMinutes(5))).Exits(0);

        run.Output.Should().MatchRegex("(?m)^# tests [1-9][0-9]+$").And.MatchRegex("(?m)^# fail 0$").And.MatchRegex("(?m)^# cancelled 0$");
    }
}
