using System.Text.RegularExpressions;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>Text from a file is data: on a terminal, in a job's log, and in a workflow command.</summary>
public sealed partial class HostileTextTests
{
    private const string Escape = "\u001b";

    /// <summary>As YAML escapes, since the bare characters are refused on the bytes.</summary>
    private static readonly string List = string.Join('\n',
        "checklist: list",
        "title: \"List\\r\\n::error file=list.yaml::owned\\e[31m\"",
        "people: { ann: { name: \"Ann\\e]0;owned\\a\", github: ann } }",
        "sections:",
        "  - id: all",
        "    title: \"All\\n::set-output name=decision::pass\"",
        "    items:",
        "      - { id: \"1\", title: \"::error::owned\", owners: [ann], pass: It is there. }",
        "      - { id: \"2\", title: \"##[error]owned \\e[2J\\x9b2J \\u202e \\u200b\", owners: [ann], pass: \"::add-mask::x\" }",
        "      - { id: \"3\", title: \"%0A::error::owned %0D::stop-commands::x\", owners: [ann], pass: It is there., needs: [\"\\e[31m::error::\"] }",
        "      - { id: \"::error::4\", title: Four, owners: [\"\\e[31mbea\\n::error::\"], pass: It is there. }",
        "      - { id: \"5\\n::error::5\", title: Five, owners: [ann], status: \"##[error]\\n::error::\", pass: It is there. }",
        "\"\\n::error::key\": \"##[group]\"",
        "");

    [Theory]
    [InlineData("console")]
    [InlineData("json")]
    [InlineData("github")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("markdown")]
    public async Task Findings_show_it_and_obey_none_of_it(string format)
    {
        using var workspace = Workspace.With(List);

        var run = (await workspace.RunAsync("validate", "checklists", "--format", format)).Exits(1);

        IsTame(run, format == "github");
    }

    [Fact]
    public async Task Findings_in_a_file_with_a_hostile_name_are_tame_too()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var name in new[] { "\n::error::owned.yaml", "##[error]owned.yaml", $"{Escape}[2J.yaml", "a%0A::error::owned.yaml", "a,line=1::owned.yaml", "a\u009b2J\u202e.yaml" })
        {
            using var workspace = new Workspace().Write($"checklists/{name}", "title: [\n");
            foreach (var format in new[] { "console", "json", "github", "sarif", "junit", "markdown" })
                IsTame((await workspace.RunAsync("validate", "checklists", "--format", format)).Exits(1), format == "github");
            IsTame((await workspace.RunAsync("validate", $"nowhere/{name}")).Exits(2), mayCommand: false);
            IsTame((await workspace.RunAsync("gate", "--tracker", "local")).Exits(1), mayCommand: false);
        }
    }

    [Fact]
    public async Task Plan_apply_gate_and_say_are_tame()
    {
        var list = string.Join('\n', List.Split('\n').Where(line => !line.Contains("needs", StringComparison.Ordinal) && !line.Contains("::error::4", StringComparison.Ordinal)
            && !line.Contains("status", StringComparison.Ordinal) && !line.Contains("::error::key", StringComparison.Ordinal)))
            .Replace("\\r\\n", " ", StringComparison.Ordinal).Replace("\\n", " ", StringComparison.Ordinal);
        using var workspace = Workspace.With(list);

        IsTame((await workspace.RunAsync("plan")).Exits(0), mayCommand: false);
        IsTame((await workspace.RunAsync("run")).Exits(0), mayCommand: false);
        IsTame((await workspace.RunAsync("say", "1", $"/object {Escape}[2J\r::error::no", "--as", "ann")).Exits(0), mayCommand: false);
        IsTame((await workspace.RunAsync("say", "1", "/done", "--as", $"{Escape}[2J\n::error::mallory")).Exits(1), mayCommand: false);
        IsTame((await workspace.RunAsync("say", "\n::error::1", "/done", "--as", "ann")).Exits(2), mayCommand: false);
        IsTame((await workspace.RunAsync("gate", "--details")).Exits(1), mayCommand: false);
        IsTame((await workspace.RunAsync("gate", "--for", "\n::error::stage")).Exits(2), mayCommand: false);
        IsTame((await workspace.RunAsync("gate", "--config", "\n::error::config")).Exits(2), mayCommand: false);
        IsTame((await workspace.RunAsync("gate", "--\u001b[2J::error::")).Exits(2), mayCommand: false);
    }

    private static void IsTame(ProgramRun run, bool mayCommand)
    {
        foreach (var text in new[] { run.Output, run.Error })
        {
            text.Where(c => c != '\n' && (char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e' or '\u200b')).Should().BeEmpty("of {0}", run);
            text.Should().NotContain("##[", "the runner obeys it anywhere in a line");
            text.Split('\n').Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal) && !(mayCommand && IsOurs(line))).Should().BeEmpty("of {0}", run);
        }
    }

    /// <summary>A command of ours has one property list, and nothing in its values that ends it early.</summary>
    private static bool IsOurs(string line) => Ours().IsMatch(line);

    [GeneratedRegex(@"\A::(?:error|warning|notice) file=[^,:]+,line=[0-9]+,(?:col=[0-9]+,)?endLine=[0-9]+,(?:endColumn=[0-9]+,)?title=VG[0-9]{4} [a-z-]+::", RegexOptions.NonBacktracking)]
    private static partial Regex Ours();
}
