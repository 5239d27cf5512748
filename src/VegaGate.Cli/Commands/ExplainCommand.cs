using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using VegaGate.Cli.Reporting;
using VegaGate.Rules;
using VegaGate.Text;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate explain</c>: the manual page of a rule.</summary>
internal static class ExplainCommand
{
    private const int Width = 100;
    private const string Bold = "\u001b[1m";
    private const string Reset = "\u001b[0m";

    public static Command Create(Surroundings surroundings)
    {
        var name = new Argument<string>("RULE") { Description = "The id of a rule, such as VG1002, or its name." };
        var command = new Command("explain", "Explain a rule: what it finds, why, and an example.") { name };
        command.SetAction(call =>
        {
            Write(Find(call.GetValue(name)!, RuleManual.Read()), surroundings);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The page of an id or a name.</summary>
    /// <exception cref="UsageException">There is no such rule.</exception>
    private static ManualEntry Find(string name, ImmutableArray<ManualEntry> manual)
    {
        if (manual.FirstOrDefault(entry => name.Equals(entry.Descriptor.Id, StringComparison.OrdinalIgnoreCase) || name.Equals(entry.Descriptor.Name, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        var guess = new NearestWord().Find(name, manual.SelectMany(entry => new[] { entry.Descriptor.Id, entry.Descriptor.Name }));
        throw new UsageException($"there is no rule {SafeText.Show(name)}; {(guess is null ? "vegagate rules lists them." : $"did you mean {guess}?")}");
    }

    private static void Write(ManualEntry entry, Surroundings surroundings)
    {
        var (descriptor, page) = entry;
        var output = surroundings.Output;
        output.Write($"{Heading($"{descriptor.Id} {descriptor.Name}")} ({ConsoleReporter.Word(descriptor.Severity)}, {entry.Category})\n\n{Wrap(page.What)}\n");
        output.Write($"{Heading("Why")}\n{Wrap(page.Why)}\n");
        if (page.Notation is { } notation)
            output.Write(Wrap(notation) + "\n");
        output.Write($"{Heading("Bad")}\n{Indent(page.Bad)}\n{Heading("Good")}\n{Indent(page.Good)}\n");
        output.Write(page.Fix is { } fix ? $"{Heading("Fix")} ({entry.FixSafety})\n{Wrap(fix)}" : $"{Heading("Fix")}: none\n");

        string Heading(string text) => surroundings.UseColor ? Bold + text + Reset : text;
    }

    private static string Indent(string text) => string.Concat(text.Split('\n').Select(line => $"  {line}".TrimEnd() + "\n"));

    /// <summary>Breaks a paragraph between words, and indents it.</summary>
    private static string Wrap(string paragraph)
    {
        var text = new StringBuilder();
        var line = new StringBuilder(" ");
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(' ');
            }

            line.Append(' ').Append(word);
        }

        return text.Append(line).Append('\n').ToString();
    }
}
