using System.Text;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>
/// What the whole program says, in pairs of text files. A folder of <c>Golden/</c> is a case: <c>command.txt</c> holds a call on each line, <c>expected.txt</c>
/// what they say, and every other file is what they find. With <c>VEGAGATE_REWRITE_GOLDEN=1</c> in the environment the expectations are written anew;
/// the difference is then read in the diff.
/// </summary>
public sealed class GoldenTests
{
    private const string Command = "command.txt";
    private const string Expected = "expected.txt";

    private static string Folder => Path.Combine(Repository.Tests, "Golden");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_program_says_exactly_this(string name)
    {
        var folder = Path.Combine(Folder, name);
        using var workspace = new Workspace();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not (Command or Expected)))
            workspace.Write(Path.GetRelativePath(folder, file), await File.ReadAllBytesAsync(file));

        var said = new StringBuilder();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(folder, Command)))
        {
            var run = await workspace.RunAsync([.. Split(line)]);
            said.Append($"$ vegagate {line}\n{run.Output}");
            if (run.Error.Length > 0)
                said.Append($"--- standard error\n{run.Error}");
            said.Append($"--- exit code {run.ExitCode}\n");
        }

        var expected = Path.Combine(folder, Expected);
        if (Environment.GetEnvironmentVariable("VEGAGATE_REWRITE_GOLDEN") == "1")
            await File.WriteAllTextAsync(expected, said.ToString());
        said.ToString().Should().Be(await File.ReadAllTextAsync(expected));
    }

    /// <summary>Splits at blanks, but not between double quotes.</summary>
    private static IEnumerable<string> Split(string line) => line.Split('"')
        .SelectMany((part, at) => at % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
