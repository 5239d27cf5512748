using System.Text;
using VegaGate.Configuration;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Cli;

/// <summary>What the first list of a process pays for, the parser and the rules, paid on another processor while the command line is read (docs/adr/0003-cold-start.md).</summary>
internal static class ColdStart
{
    internal const string Sample = """
        checklist: sample
        title: "Sample: what most lists have"
        people:
          ann: { name: Ann, github: ann }
        teams:
          ops: { name: Ops, github: org/ops, members: [ann] }
        gate:
          stages: [deploy]
          require: [owner, status, sign-off]
          sign-off: any
          approvers: [ann]
        sections:
          - id: part
            title: Part
            before: deploy
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: [ann]
                status: todo   # as of today
                pass: 'It is written down.'
              - id: "1.2"
                title: Confirm the certificate.
                owners: [ops]
                needs: ["1.1"]
                pass: 'Somebody has seen it.'
                notes: >-
                  Ask
                  first.

        """;

    /// <summary>Begins, and returns at once. Nothing waits for it; where there is no other processor it does nothing.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1)
            new Thread(Run) { IsBackground = true }.Start();
    }

    private static void Run()
    {
        try
        {
            var validation = new Validation(RuleCatalog.All, DateTimeOffset.UnixEpoch, SeverityPolicy.Default, ProjectConfiguration.DefaultMaxItems);
            validation.Add(YamlReader.Read("sample.yaml", Encoding.UTF8.GetBytes(Sample)));
            validation.End();
        }
#pragma warning disable CA1031, RCS1075 // The lists of the call meet the same fault, where it is told.
        catch (Exception)
        {
        }
#pragma warning restore CA1031, RCS1075
    }
}
