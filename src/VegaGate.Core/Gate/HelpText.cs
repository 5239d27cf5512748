using System.Text;
using VegaGate.Checklists;
using VegaGate.Gate.Commands;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>Tells somebody in Markdown where an item stands, and what they may do about it.</summary>
public static class HelpText
{
    /// <summary>The answer to a request for help.</summary>
    public static string For(Actor actor, ItemScope scope, ItemState state)
    {
        var commands = CommentCommands.OpenTo(actor, scope);
        var person = scope.Authority.Find(actor);
        var text = new StringBuilder();
        text.Append(MarkdownText.Inline(scope.Id.ToString())).Append(" is **").Append(state.Status.ToWord()).Append("**");
        text.Append(state.Missing.IsEmpty ? ". " : $"; it still needs {MarkdownText.Within(Refusals.MaxPart, scope.Describe(state.Missing), MarkdownText.Inline)}. ");
        text.Append(person is null
            ? $"{MarkdownText.Inline(actor.Login)} is not among the people of this checklist, so nothing that is said here in that name counts."
            : $"{MarkdownText.Inline(actor.Login)} is {MarkdownText.Inline(person.Name)}, and may say here:");
        if (person is null)
            return text.ToString();
        text.Append("\n\n| Command | What it does |\n| --- | --- |\n");
        foreach (var command in commands)
            text.Append("| ").Append(MarkdownText.Cell(command.Usage)).Append(" | ").Append(command.Summary).Append(" |\n");
        text.Append("\nA command stands at the beginning of a line.");
        if (commands.Any(command => command is DoneCommand))
            text.Append(" Closing the issue as completed is the same as `/done`, and opening it again the same as `/undo`.");
        return text.ToString();
    }
}
