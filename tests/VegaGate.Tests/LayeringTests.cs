using System.Text.RegularExpressions;
using VegaGate.GitHub.Rest;
using VegaGate.Text;

namespace VegaGate.Tests;

/// <summary>The order of the design, read from the source: a namespace imports only what stands to its left.</summary>
public sealed partial class LayeringTests
{
    private const int TimeoutMilliseconds = 1_000;

    /// <summary>From left to right; those on one line do not know each other.</summary>
    private static readonly string[][] Layers =
    [
        ["Text"], ["Diagnostics"], ["Syntax"], ["Format"], ["Configuration"], ["Tracking", "Conditions"], ["Checklists"], ["Sync", "Gate", "Proposals", "Documents"], ["Recording", "Escalation"], ["Phases"], ["Rules"],
    ];

    public static TheoryData<string> Files { get; } = [.. FilesOf("src/VegaGate.Core").Concat(FilesOf("src/VegaGate.GitHub")).Where(IsInFolder).Concat(FilesOf("src/VegaGate.Probes"))];

    public static TheoryData<string> CoreFiles { get; } = [.. FilesOf("src/VegaGate.Core").Where(IsInFolder)];

    [Theory]
    [MemberData(nameof(CoreFiles))]
    public void A_folder_of_the_core_imports_only_what_stands_to_its_left(string file)
    {
        var own = file.Split('/')[2];
        var place = PlaceOf(own);

        place.Should().BeGreaterThanOrEqualTo(0, "{0} has a place in the order", own);
        foreach (var imported in Namespaces().Matches(ReadCode(file)).Select(match => match.Groups["name"].Value).Where(name => name != own))
            PlaceOf(imported).Should().BeInRange(0, place - 1, "{0} stands to the left of {1}", imported, own);
    }

    [Theory]
    [MemberData(nameof(CoreFiles))]
    public void The_core_touches_neither_network_nor_disk_nor_console_nor_environment(string file) =>
        ReadCode(file).Should().NotMatchRegex(@"System\.Net\b|System\.IO\.(File|Directory|FileStream|Path)\b|\b(File|Directory|FileStream|FileInfo|DirectoryInfo|Console|Environment|HttpClient|Process)\s*[.(]|\bnew (FileStream|HttpClient|Random)\b");

    [Fact]
    public void YAML_is_parsed_in_the_parser_alone() => Naming("YamlDotNet").Should().Equal("src/VegaGate.Core/Syntax/YamlTreeParser.cs");

    [Fact]
    public void Markdown_is_parsed_in_comments_and_documents_alone() => Naming("Markdig").Should().Equal(
        "src/VegaGate.Core/Documents/Reading/InlineText.cs", "src/VegaGate.Core/Documents/Reading/MarkdownBlocks.cs", "src/VegaGate.Core/Tracking/CommentText.cs");

    [Fact]
    public void The_GitHub_client_sees_no_YAML_no_rules_and_no_sync()
    {
        foreach (var file in FilesOf("src/VegaGate.GitHub"))
            Namespaces().Matches(ReadCode(file)).Select(match => match.Groups["name"].Value).Should().NotContain(["Rules", "Sync", "Syntax", "Format", "Checklists", "Cli", "Probes"], file);
    }

    [Fact]
    public void Probes_see_texts_parameters_and_what_is_declared_and_nothing_else()
    {
        foreach (var file in FilesOf("src/VegaGate.Probes"))
            Namespaces().Matches(ReadCode(file)).Select(match => match.Groups["name"].Value).Should().BeSubsetOf(["Text", "Format", "Syntax", "Conditions", "Probes"], file);
    }

    [Fact]
    public void No_import_of_ours_holds_for_a_whole_project()
    {
        foreach (var file in FilesOf("src/VegaGate.Core").Concat(FilesOf("src/VegaGate.GitHub")).Concat(FilesOf("src/VegaGate.Probes")))
            ReadCode(file).Should().NotContain("global using VegaGate").And.NotContain("global using static VegaGate");
    }

    [Fact]
    public void The_core_sees_no_outer_project()
    {
        foreach (var file in FilesOf("src/VegaGate.Core"))
            ReadCode(file).Should().NotContainAny("VegaGate.GitHub", "VegaGate.Cli", "VegaGate.Probes");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_namespace_is_the_folder(string file)
    {
        var folders = file.Split('/')[1..^1];
        var expected = string.Join('.', folders[0] == "VegaGate.Core" ? ["VegaGate", .. folders[1..]] : folders);

        NamespaceLine().Match(ReadCode(file)).Groups["name"].Value.Should().Be(expected);
    }

    [Fact]
    public void No_type_bears_the_name_of_its_namespaces_last_part_or_one_that_says_nothing()
    {
        foreach (var type in new[] { typeof(MarkdownText), typeof(GitHubIssueTracker), typeof(VegaGate.Probes.ProbeRunner), typeof(VegaGate.Cli.Application) }.SelectMany(known => known.Assembly.GetTypes()).Where(type => type.Namespace?.StartsWith("VegaGate", StringComparison.Ordinal) == true && !type.Name.StartsWith('<')))
        {
            type.Name.Should().NotBe(type.Namespace!.Split('.')[^1]);
            type.Name.Split('`')[0].Should().NotMatchRegex("(Helpers?|Manager|Service|Utils?|Utilities|Common)$|[a-z]Base$", type.FullName);
        }
    }

    [Fact]
    public void A_folder_of_rules_does_not_hide_a_namespace_beside_it() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src/VegaGate.Core/Rules")).Select(Path.GetFileName).Should().NotIntersectWith(Layers.SelectMany(layer => layer));

    private static bool IsInFolder(string file) => file.Split('/').Length > 3;

    private static int PlaceOf(string folder) => Array.FindIndex(Layers, layer => layer.Contains(folder, StringComparer.Ordinal));

    private static IEnumerable<string> Naming(string package) =>
        FilesOf("src").Where(file => Regex.IsMatch(ReadCode(file), $@"\b{package}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>A file without its comments.</summary>
    private static string ReadCode(string file) => Comment().Replace(Repository.ReadText(file), "");

    private static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![.\w])VegaGate\.(?<name>\w+)", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline, TimeoutMilliseconds)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline, TimeoutMilliseconds)]
    private static partial Regex Comment();
}
