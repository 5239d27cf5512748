using VegaGate.Cli;
using VegaGate.Cli.Schemas;

namespace VegaGate.Tests.Cli.Schemas;

/// <summary>The schemas are made from the code. Run with VEGAGATE_UPDATE=1 to write them anew.</summary>
public sealed class SchemaFilesTests
{
    public static TheoryData<string> Names => [.. SchemaCatalog.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_files_are_current(string name) => GeneratedFile.IsCurrent($"schema/{name}.schema.json", SchemaCatalog.All[name]());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_command_prints_them(string name) => Print("schema", name).Should().Be(SchemaCatalog.All[name]());

    [Fact]
    public void The_command_prints_that_of_the_checklist_unless_another_is_named() => Print("schema").Should().Be(SchemaCatalog.All[SchemaCatalog.Checklist]());

    private static string Print(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Application.Run(arguments, new Surroundings(output, error, IsTerminal: false, Repository.Root, TimeProvider.System, _ => null)).Should().Be(ExitCode.Success, error.ToString());
        return output.ToString();
    }
}
