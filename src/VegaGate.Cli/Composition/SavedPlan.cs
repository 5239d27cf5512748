using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Sync;

namespace VegaGate.Cli.Composition;

/// <summary>
/// A plan in a file. Only what it was made from is read from it; the plan is made anew, and it must come to the same text, byte for byte. So nothing is
/// written that the file does not name, and nothing that it names is believed.
/// </summary>
/// <param name="Text">All of the file.</param>
internal sealed record SavedPlan(string Text, ImmutableArray<string> Paths, string? Release, bool Adopts)
{
    private const string Extension = ".json";

    /// <summary>Whether the arguments of <c>apply</c> name a plan and no checklists.</summary>
    public static bool IsNamedBy(string[] paths) => paths is [var path] && path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    public static SavedPlan Read(string path, Surroundings surroundings)
    {
        string text;
        try
        {
            text = Encoding.UTF8.GetString(BoundedFile.Read(Path.Combine(surroundings.Directory, path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the plan {SafeText.Show(path)} cannot be read: {e.Message.TrimEnd('.')}.");
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != PlanJson.FormatVersion)
                throw new UsageException($"the plan {SafeText.Show(path)} was saved by another version: make it anew.");
            return new SavedPlan(
                text,
                [.. root.GetProperty("paths").EnumerateArray().Select(entry => entry.GetString()!)],
                root.GetProperty("release").GetString(),
                root.GetProperty("adopt").GetBoolean());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new UsageException($"{SafeText.Show(path)} is no plan that `vegagate plan --out` has saved.");
        }
    }

    /// <summary>Saves a plan. The file is replaced where it is there.</summary>
    public static void Write(string path, string text, Surroundings surroundings)
    {
        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"--out takes a file whose name ends with {Extension}: by that, apply knows a plan from a checklist.");
        try
        {
            File.WriteAllText(Path.Combine(surroundings.Directory, path), text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the plan cannot be saved: {e.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>Whether the plan that is made now is the one that was saved.</summary>
    public bool IsStillTrue(MadePlan now, Project project, string tracker) => PlanJson.Render(now, Paths, project.Release, tracker) == Text;
}
