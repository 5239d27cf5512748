using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate log</c>: who did what, when, on which text, and what it counted as.</summary>
internal static class LogCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var id = new Argument<string?>("ID")
        {
            Description = "The item: its id, or list/id where several lists have it; or the name of a list. Everything unless said.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = Answer.FormatOption();
        var paths = new Option<string[]>("--checklists") { Description = "Where the checklists are.", HelpName = "PATH", DefaultValueFactory = _ => ["checklists"] };
        var command = new Command("log", "Show who did what on the items, when, and what it counted as.") { id, format };
        var options = ProjectOptions.AddTo(command, paths);
        command.SetAction(async (call, cancellation) =>
        {
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            _ = Select(call.GetValue(id), project, null);
            using var session = project.OpenTracker(surroundings);
            var read = await ProjectFacts.ReadAsync(project, session, surroundings, cancellation);
            var lists = Log(Select(call.GetValue(id), read.Project, read.Facts.Authors), read, new ItemStateResolver(session.Identities));
            Answer.Write(call.GetValue(format), surroundings.Output, output => LogText.Write(lists, session.Tracker.Description, output), () => LogJson.Render(lists, session.Tracker.Description), () => LogMarkdown.Render(lists, session.Tracker.Description));

            foreach (var checklist in project.LeftOut)
                surroundings.Error.Write($"{checklist.Source.Path} is left out: it is walked for each release, and none was named (--release).\n");
            return ExitCode.Success;
        });
        return command;
    }

    private static ImmutableArray<KnownItem> Select(string? id, Project project, IReadOnlyDictionary<ItemId, TextAuthor>? authors) =>
        id is null ? [.. KnownItem.Of(project, authors)]
        : project.Synced.Any(checklist => checklist.Name == id) ? [.. KnownItem.Of(project, authors).Where(item => item.Checklist.Name == id)]
        : [KnownItem.Find(id, project, authors)];

    private static ImmutableArray<LoggedList> Log(ImmutableArray<KnownItem> items, ProjectFacts read, ItemStateResolver resolver) =>
    [
        .. items.GroupBy(item => item.Checklist).Select(group => new LoggedList(
            read.Project.ReleaseOf(group.Key) is { } release ? $"{group.Key.Name}@{release}" : group.Key.Name, group.Key.Title, [.. group.Select(item => Log(item, read.Facts, resolver))])),
    ];

    private static LoggedItem Log(KnownItem item, GateFacts facts, ItemStateResolver resolver)
    {
        var issue = facts.Issues.GetValueOrDefault(item.Scope.Id);
        return new LoggedItem(item.Scope.Id, item.Title, item.Fingerprint, issue, issue is null ? null : resolver.ReadHistory(item.Scope, item.Policy, issue));
    }
}
