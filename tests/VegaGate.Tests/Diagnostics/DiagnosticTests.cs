using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    [Fact]
    public void Is_ordered_by_path_place_id_and_message()
    {
        Diagnostic[] inOrder =
        [
            Make("B", 9, "VG2", "z"), Make("a", 1, "VG2", "z"), Make("a", 2, "VG1", "z"), Make("a", 2, "VG2", "y"), Make("a", 2, "VG2", "z"),
        ];

        inOrder.Reverse().Order(Comparer<Diagnostic>.Create(Diagnostic.Compare)).Should().Equal(inOrder);
    }

    [Fact]
    public void Has_the_severity_of_its_kind_unless_it_says_otherwise()
    {
        var diagnostic = Make("a", 0, "VG1", "m");

        diagnostic.Severity.Should().Be(DiagnosticSeverity.Warning);
        (diagnostic with { Severity = DiagnosticSeverity.Error }).Severity.Should().Be(DiagnosticSeverity.Error);
    }

    private static Diagnostic Make(string path, int start, string id, string message) =>
        new(new DiagnosticDescriptor(id, "test", DiagnosticSeverity.Warning, "A test."), SourceText.FromString(path, ""), new TextSpan(start, 0), message);
}
