namespace VegaGate.EndToEnd.Running;

/// <summary>What a process left behind.</summary>
internal sealed record ProgramRun(string Call, int ExitCode, string Output, string Error)
{
    /// <summary>The lines of the answer, without the empty ones.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Everything, for the message of a failed test.</summary>
    public override string ToString() => $"{Call}\n-- exit code {ExitCode}\n-- standard output\n{Output}-- standard error\n{Error}";

    /// <summary>Demands an exit code; on failure shows everything that the program said.</summary>
    public ProgramRun Exits(int code)
    {
        ExitCode.Should().Be(code, "of {0}", ToString());
        return this;
    }

    /// <summary>Demands the exit code of a wrong call or configuration: one line that says what is wrong, and no answer.</summary>
    public ProgramRun IsRefused(string message)
    {
        Exits(2).Output.Should().BeEmpty();
        Error.Should().Be($"vegagate: {message}\n");
        return this;
    }
}
