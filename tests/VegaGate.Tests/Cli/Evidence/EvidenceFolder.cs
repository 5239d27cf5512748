using VegaGate.Cli;

namespace VegaGate.Tests.Cli.Evidence;

/// <summary>A folder with a list that has everything that the embedded tracker can know, and its evidence.</summary>
internal sealed class EvidenceFolder : IDisposable
{
    public const string File = "evidence/gate.json";
    public const string Page = "evidence/gate.md";

    private const string List = """
        checklist: launch
        title: Launch | of <b>VEGA</b> @zev
        people:
          zev: { name: Zev, github: zev }
          kate: { name: Kate, github: kate, delegate: zev }
          rr: { name: RR, github: rr }
        teams:
          ops: { name: Ops, members: [rr] }
        gate: { approvers: kate }
        phases:
          - id: build
            title: Build
            owners: zev
            items:
              - { id: "1.1", title: Build it, pass: It is built. }
              - { id: "1.2", title: Prove it, owners: kate, pass: It is proven. }
              - { id: "1.3", title: Sell it, pass: It is sold. }
            handoff:
              to: ops
              artifacts: [{ name: Report, path: report.md }]

        """;

    private EvidenceFolder() => Folder.Write("checklists/launch.yaml", List).Write("report.md", "It is there.");

    public ProgramFolder Folder { get; } = new();

    public string Output => Folder.Output;

    public string Error => Folder.Error;

    /// <summary>A folder whose gate has been asked once, and holds.</summary>
    public static EvidenceFolder Held()
    {
        var folder = new EvidenceFolder();
        folder.Runs("apply");
        folder.Runs("say", "1.1", "/done see `a|b` and ##[error] <script>", "--as", "zev");
        folder.Runs("say", "1.2", "/waive 2099-12-31 later", "--as", "kate");
        folder.Runs("say", "1.3", "/block waiting for the client", "--as", "zev");
        folder.Folder.Run("say", "1.3", "--close", "--as", "rr").Should().Be(ExitCode.Findings, "it does not count");
        folder.Folder.Run("gate", "--evidence", File).Should().Be(ExitCode.Findings, folder.Error);
        return folder;
    }

    public void Runs(params string[] arguments) => Folder.Run(arguments).Should().Be(ExitCode.Success, Folder.Error);

    public string Read(string path = File) => Folder.Read(path);

    public void Write(string text, string path = File) => Folder.Write(path, text);

    public int Verify(params string[] arguments) => Folder.Run(["evidence", "verify", File, .. arguments]);

    public void Dispose() => Folder.Dispose();
}
