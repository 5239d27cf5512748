using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Gate;

/// <summary>
/// Holds the sign-offs that a file records against the issues. Only these count; but who reads the file believes the others. What has no issue, or one with
/// another text, says nothing about them.
/// </summary>
public static class RecordedSignOffs
{
    public static DiagnosticDescriptor NotBorneOut { get; } = new(
        "VG3015", "sign-off-not-borne-out", DiagnosticSeverity.Warning, "A recorded sign-off is one that the issue does not show.");

    /// <summary>A finding for each sign-off of the file that its issue does not bear out, at the name.</summary>
    public static ImmutableArray<Diagnostic> Check(Checklist checklist, GateFacts facts, ItemStateResolver resolver)
    {
        // The file of a list that is walked for each release records nothing.
        if (checklist.IsPerRelease)
            return [];
        var scopes = new ItemScopes(checklist, release: null, facts.Authors);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var item in checklist.Items.Where(item => !item.SignOffs.IsEmpty))
        {
            var scope = scopes.OfItem(item);
            if (facts.Issues.GetValueOrDefault(scope.Id) is not { } issue || issue.Marked.Marker.Fingerprint != item.Fingerprint)
                continue;
            var history = resolver.ReadHistory(scope, item.SignOffPolicy, issue);
            foreach (var signOff in item.SignOffs)
            {
                if (Doubt(signOff, item, scope, history, issue) is { } doubt)
                    findings.Add(new Diagnostic(NotBorneOut, checklist.Source, signOff.By.Span, $"The sign-off of `{item.Id!.Value}` by `{signOff.By.Value}` is not borne out by #{issue.Issue.Number}: {doubt}."));
            }
        }

        return findings.ToImmutable();
    }

    /// <summary>Why a sign-off is not what the issue shows; null when it is.</summary>
    private static string? Doubt(RecordedSignOff recorded, ChecklistItem item, ItemScope scope, ItemHistory history, IssueFacts issue)
    {
        var standing = history.State.SignOffs.FirstOrDefault(IsTheirs);
        var said = history.Entries.SelectMany(entry => entry.Said).OfType<SignOff>().Where(IsTheirs).ToImmutableArray();
        if (said.IsEmpty)
            return "it shows no sign-off by that person";
        if (said.FirstOrDefault(word => Instants.Show(word.At) == Instants.Show(recorded.At)) is not { } meant)
            return $"that person signed off at {Instants.Show((standing ?? said[^1]).At)}";
        if (standing?.Said().Contains(meant) != true)
            return issue.IsOfPresentText(meant.At) ? "it no longer stands" : "the text has changed since";
        if (!issue.IsOfPresentText(meant.At) || recorded.Text is { } text && !item.Fingerprint.StartsWith(text.Value, StringComparison.Ordinal))
            return "it was of another text";
        return recorded.Issue is { } number && number != issue.Issue.Number ? $"the file says #{number}" : null;

        bool IsTheirs(SignOff word) => scope.Authority.Find(word.Actor)?.Slug.Value == recorded.By.Value;
    }
}
