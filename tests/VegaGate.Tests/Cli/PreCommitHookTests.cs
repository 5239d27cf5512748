using System.Text.RegularExpressions;
using VegaGate.Cli;
using VegaGate.Syntax;

namespace VegaGate.Tests.Cli;

public sealed class PreCommitHookTests
{
    private static readonly YamlMapping Hook = (YamlMapping)((YamlSequence)YamlReader.Read("hooks.yaml", Repository.ReadBytes(".pre-commit-hooks.yaml")).Root!).Items.Single();

    [Fact]
    public void The_hook_is_a_call_that_works()
    {
        string[] call = [.. Value("entry").Split(' ').Skip(1), .. ((YamlSequence)Hook.Find("args")!.Value).Items.Select(item => ((YamlScalar)item).Value)];
        using var output = new StringWriter();
        using var error = new StringWriter();

        Application.Run(call, new Surroundings(output, error, IsTerminal: false, Repository.Root, TimeProvider.System, _ => null)).Should().Be(ExitCode.Success, "{0}{1}", output, error);

        output.ToString().Should().Contain("\n3 files checked: ");
        (Value("id"), Value("language"), Value("pass_filenames")).Should().Be(("vegagate-validate", "system", "false"));
    }

    [Fact]
    public void A_change_of_a_checklist_calls_it_and_nothing_else_does()
    {
        foreach (string row in Repository.Checklists)
            row.Should().MatchRegex(new Regex(Value("files")));
        "docs/checklists/a.yaml".Should().NotMatchRegex(new Regex(Value("files")));
    }

    private static string Value(string key) => ((YamlScalar)Hook.Find(key)!.Value).Value;
}
