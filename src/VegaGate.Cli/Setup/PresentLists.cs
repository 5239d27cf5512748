using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Composition;

namespace VegaGate.Cli.Setup;

/// <summary>The lists that a repository has already, for which a set-up is made.</summary>
internal static class PresentLists
{
    private const string Folder = "checklists";

    /// <summary>Every list in the usual folder, in the order of their paths; also one that has errors, which others tell.</summary>
    public static ImmutableArray<Checklist> Find(Surroundings surroundings)
    {
        var search = new FileSearch(surroundings.Directory, ConfigurationFile.Read(null, surroundings).Checklists);
        return search.Add(Folder) ? [.. search.End().Select(file => ChecklistBinder.Bind(file.Read())).OfType<Checklist>()] : [];
    }

    /// <summary>When the schedule asks for updates: as often as the list that wants them most often says, as far as a schedule can. What is not due then, the command leaves out.</summary>
    public static string UpdateSchedule(ImmutableArray<Checklist> lists)
    {
        var every = lists.Where(list => list.HasPhases).Select(list => list.Communication?.StatusUpdate?.Every).Min() ?? TimeSpan.FromDays(1);
        return every >= TimeSpan.FromDays(1) ? SetupAnswers.Daily
            : every < TimeSpan.FromHours(1) ? "13,28,43,58 * * * *"
            : every == TimeSpan.FromHours(every.Hours) && 24 % every.Hours == 0 && every.Hours > 1 ? $"43 */{every.Hours} * * *"
            : "43 * * * *";
    }
}
