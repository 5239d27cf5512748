using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;
using VegaGate.Tracking;

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
        var format = ProjectOptions.Choice("--format", "How the answer is written.", "console", "json", "markdown");
        var paths = new Option<string[]>("--checklists") { Description = "Where the checklists are.", HelpName = "PATH", DefaultValueFactory = _ => ["checklists"] };
        var command = new Command("log", "Show who did what on the items, when, and what it counted as.") { id, format };
        var options = ProjectOptions.AddTo(command, paths);
        command.SetAction(async (call, cancellation) =>
        {
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            var items = Select(call.GetValue(id), project);
            using var session = project.OpenTracker(surroundings);
            var lists = await ReadAsync(items, project, session, cancellation);
            switch (call.GetValue(format))
            {
                case "json":
                    surroundings.Output.Write(LogJson.Render(lists, session.Tracker.Description) + "\n");
                    break;
                case "markdown":
                    surroundings.Output.Write(LogMarkdown.Render(lists, session.Tracker.Description));
                    break;
                default:
                    LogText.Write(lists, session.Tracker.Description, surroundings.Output);
                    break;
            }

            foreach (var checklist in project.LeftOut)
                surroundings.Error.Write($"{checklist.Source.Path} is left out: it is walked for each release, and none was named (--release).\n");
            return ExitCode.Success;
        });
        return command;
    }

    private static ImmutableArray<KnownItem> Select(string? id, Project project) =>
        id is null ? [.. KnownItem.Of(project)]
        : project.Synced.Any(checklist => checklist.Name == id) ? [.. KnownItem.Of(project).Where(item => item.Checklist.Name == id)]
        : [KnownItem.Find(id, project)];

    private static async Task<ImmutableArray<LoggedList>> ReadAsync(ImmutableArray<KnownItem> items, Project project, TrackerSession session, CancellationToken cancellation)
    {
        var index = IssueIndex.Build(await session.Tracker.ListIssuesAsync(LabelNames.All, cancellation), session.Identities);
        var resolver = new ItemStateResolver(session.Identities);
        var lists = ImmutableArray.CreateBuilder<LoggedList>();
        foreach (var group in items.GroupBy(item => item.Checklist))
        {
            var logged = ImmutableArray.CreateBuilder<LoggedItem>();
            foreach (var item in group)
            {
                var facts = index.Find(item.Scope.Id.ToString()) is { } marked ? new IssueFacts(marked, await session.Tracker.ReadTimelineAsync(marked.Issue.Number, cancellation)) : null;
                logged.Add(new LoggedItem(item.Scope.Id, item.Title, item.Fingerprint, facts, facts is null ? null : resolver.ReadHistory(item.Scope, item.Policy, facts)));
            }

            lists.Add(new LoggedList(project.ReleaseOf(group.Key) is { } release ? $"{group.Key.Name}@{release}" : group.Key.Name, group.Key.Title, logged.ToImmutable()));
        }

        return lists.ToImmutable();
    }
}
