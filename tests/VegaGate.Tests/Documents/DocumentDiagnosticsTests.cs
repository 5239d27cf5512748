using VegaGate.Cli.Reporting;
using VegaGate.Documents;
using VegaGate.Rules;

namespace VegaGate.Tests.Documents;

public sealed class DocumentDiagnosticsTests
{
    [Fact]
    public void The_guide_lists_everything_that_an_import_says()
    {
        var rows = Repository.ReadText("docs/documents.md").Split('\n').Where(line => line.StartsWith("| VG9", StringComparison.Ordinal));

        rows.Should().Equal(DocumentDiagnostics.All.Select(descriptor => $"| {descriptor.Id} | {descriptor.Name} | {ConsoleReporter.Word(descriptor.Severity)} | {descriptor.Summary} |"));
    }

    [Fact]
    public void None_of_it_is_a_rule() => DescriptorCatalog.All.Should().NotIntersectWith(DocumentDiagnostics.All).And.NotContain(descriptor => descriptor.Id.StartsWith("VG9", StringComparison.Ordinal));

    [Fact]
    public void Ids_and_names_are_unique_and_all_are_listed()
    {
        DocumentDiagnostics.All.Select(descriptor => descriptor.Id).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        DocumentDiagnostics.All.Select(descriptor => descriptor.Name).Should().OnlyHaveUniqueItems();
        typeof(DocumentDiagnostics).GetProperties().Count(property => property.PropertyType == typeof(VegaGate.Diagnostics.DiagnosticDescriptor)).Should().Be(DocumentDiagnostics.All.Length);
    }
}
