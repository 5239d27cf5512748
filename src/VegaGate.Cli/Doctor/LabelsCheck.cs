using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Cli.Doctor;

/// <summary>Whether our labels are there, as they are meant.</summary>
internal sealed class LabelsCheck : IDoctorCheck
{
    private const int MostNamed = 10;

    public string Name => "labels";

    public bool IsRemote => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation)
    {
        var wanted = context.Checklists.Where(checklist => !checklist.IsPerRelease).SelectMany(checklist => DesiredIssues.Of(checklist, null))
            .SelectMany(issue => issue.Labels).Distinct(StringComparer.OrdinalIgnoreCase).Select(LabelNames.Describe).ToArray();
        var existing = (await context.Session!.Tracker.ListLabelsAsync(cancellation)).ToLookup(label => label.Name, StringComparer.OrdinalIgnoreCase);
        var there = wanted.Where(label => existing.Contains(label.Name)).Select(label => (Wanted: label, There: existing[label.Name].First())).ToArray();
        var findings = new List<Finding> { Finding.Ok($"{there.Length} of {wanted.Length} are there{(there.Length < wanted.Length ? "; `apply` makes the others" : "")}") };
        Add("are spelled in another case; they are taken as they are", "Rename them where the spelling matters to you.", (label, other) => label.Name != other.Name);
        Add("have another colour", "They were made by hand or by an issue that named them; change them where it matters to you.", (label, other) => !string.Equals(label.Color, other.Color, StringComparison.OrdinalIgnoreCase));
        return findings;

        void Add(string what, string advice, Func<TrackerLabel, TrackerLabel, bool> isSo)
        {
            var names = there.Where(pair => isSo(pair.Wanted, pair.There)).Select(pair => pair.There.Name).ToArray();
            if (names.Length > 0)
                findings.Add(Finding.Warn($"{names.Length} {what}: {string.Join(", ", names.Take(MostNamed))}{(names.Length > MostNamed ? ", …" : "")}", advice));
        }
    }
}
