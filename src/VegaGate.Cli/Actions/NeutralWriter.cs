using System.Text;
using VegaGate.GitHub.Actions;

namespace VegaGate.Cli.Actions;

/// <summary>
/// The log of a job. Whatever is written here is text: a line that the runner would take for a command is broken before it leaves. Commands
/// that we mean go around it.
/// </summary>
internal sealed class NeutralWriter(TextWriter log) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => log.Encoding;

    public override void Write(char value)
    {
        _line.Append(value);
        if (value == '\n')
            Pass();
    }

    public override void Write(string? value)
    {
        foreach (var c in value ?? "")
            Write(c);
    }

    public override void Flush()
    {
        Pass();
        log.Flush();
    }

    private void Pass()
    {
        if (_line.Length == 0)
            return;
        log.Write(WorkflowCommands.Neutralize(_line.ToString()));
        _line.Clear();
    }
}
