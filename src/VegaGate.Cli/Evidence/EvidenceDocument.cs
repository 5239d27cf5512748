using System.Collections.Immutable;
using System.ComponentModel;
using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Cli.Evidence;

/// <summary>
/// What a gate decided, and everything from which it can be decided again. These records are the format: the writer, the strict reader and the JSON Schema
/// all follow from them, descriptions included.
/// </summary>
[Description("What a gate decided, and everything from which `vegagate evidence verify` decides it again.")]
internal sealed record EvidenceDocument(
    [property: Description("The version of this format.")] int Version,
    [property: Description("`pass` or `hold`.")] string Decision,
    [property: Description("The gravest reason that holds, or why it passes.")] ReasonCode ReasonCode,
    [property: Description("SHA-256 of `inputs`, written without white space, as 64 hex digits.")] string InputsSha256,
    [property: Description("What the inputs give, list by list.")] ImmutableArray<ListEvidence> Results,
    [property: Description("What the decision rests on.")] EvidenceInputs Inputs)
{
    public const int FormatVersion = 1;
}

/// <summary>What a decision rests on.</summary>
internal sealed record EvidenceInputs(
    [property: Description("The version of the program that decided.")] string Tool,
    [property: Description("Where the issues were read, as people know it; null when that was not found out.")] string? Tracker,
    [property: Description("The repository on GitHub, written owner/name; null for the embedded tracker.")] string? Repository,
    [property: Description("The accounts whose issues are the program's own.")] ImmutableArray<string> Identities,
    [property: Description("What the configuration makes of findings: they are notices, and hold nothing.")] ImmutableArray<RecordedSeverities> Severities,
    [property: Description("What was asked.")] RecordedRequest Request,
    [property: Description("Why nothing could be decided; null when it could.")] RecordedProblem? Problem,
    [property: Description("The files, in the order of their paths.")] ImmutableArray<RecordedText> Checklists,
    [property: Description("What was found out; null when nothing could be.")] RecordedFacts? Facts);

/// <summary>Severities for some files.</summary>
internal sealed record RecordedSeverities(
    [property: Description("Patterns of the files; null: all.")] ImmutableArray<string>? Files,
    ImmutableArray<RecordedSeverity> Rules)
{
    public static RecordedSeverities Of(SeverityLayer layer) => new(
        layer.Files is { } files ? [.. files.Select(file => file.ToString())] : null,
        [.. layer.Settings.Select(setting => new RecordedSeverity(setting.Id, setting.Severity)).OrderBy(setting => setting.Rule, StringComparer.Ordinal)]);

    public SeverityLayer ToLayer() => new(Files is { } files ? [.. files.Select(file => new PathPattern(file))] : null, [.. Rules.Select(rule => new SeveritySetting(rule.Rule, rule.Severity))]);
}

internal sealed record RecordedSeverity([property: Description("The rule's id.")] string Rule, [property: Description("Null: findings of the rule are left out.")] Diagnostics.DiagnosticSeverity? Severity);

/// <summary>What was asked of the gate.</summary>
internal sealed record RecordedRequest(
    [property: Description("The stage; null: the last one of each list.")] string? Stage,
    [property: Description("The phase; null: all.")] string? Phase,
    [property: Description("The release, for lists that are walked for each.")] string? Release,
    [property: Description("The commit that is released; null: none.")] string? Commit)
{
    public static RecordedRequest Of(GateRequest request) => new(request.Stage, request.Phase, request.Release, request.Sha);

    public GateRequest ToRequest() => new(Stage, Phase, Release, Commit);
}

/// <summary>Why nothing could be decided.</summary>
internal sealed record RecordedProblem(ReasonCode ReasonCode, string Sentence);

/// <summary>A file.</summary>
internal sealed record RecordedText(
    [property: Description("From the working directory, with forward slashes.")] string Path,
    [property: Description("SHA-256 of the file's bytes, as 64 hex digits.")] string Sha256,
    [property: Description("All of the file.")] string Text);

/// <summary>What the inputs give for one list.</summary>
internal sealed record ListEvidence(
    [property: Description("The list's name, with its release where it has one.")] string Name,
    string Title,
    string Path,
    [property: Description("The last stage that was asked for.")] string Stage,
    [property: Description("`pass` or `hold`.")] string Decision,
    [property: Description("Why the list as a whole holds.")] ImmutableArray<RecordedProblem> Reasons,
    [property: Description("What holds nothing, and yet is to be known.")] ImmutableArray<string> Notices,
    [property: Description("Who counts, as of the decision.")] ImmutableArray<PersonEvidence> People,
    [property: Description("The teams with the members that they had.")] ImmutableArray<TeamEvidence> Teams,
    ImmutableArray<ItemEvidence> Items);

/// <summary>Somebody who counts.</summary>
internal sealed record PersonEvidence(
    [property: Description("The name in the file; of somebody who is there through a team only, the login with an at sign.")] string Slug,
    string Name,
    [property: Description("Null: can own, cannot sign.")] string? Login,
    [property: Description("The account's number, where it decides.")] long? Account,
    [property: Description("Who may sign for this person.")] string? Delegate);

internal sealed record TeamEvidence(string Slug, string Name, ImmutableArray<string> Members);

/// <summary>The verdict on an item or a hand-off, and what was said on it.</summary>
internal sealed record ItemEvidence(
    string Id,
    string Section,
    string Title,
    string Stage,
    [property: Description("The fingerprint of the text that is signed off.")] string Text,
    Verdict Verdict,
    ReasonCode ReasonCode,
    string Sentence,
    [property: Description("The issue's number; null: there is none.")] int? Issue,
    string Url,
    [property: Description("Who must act, as people read it.")] ImmutableArray<string> WaitsFor,
    [property: Description("What people with authority said, in the order in which they did.")] ImmutableArray<WordEvidence> Words);

/// <summary>Something that somebody with authority said.</summary>
internal sealed record WordEvidence(
    WordKind Kind,
    string Login,
    [property: Description("The account's number; 0 where the tracker has none.")] long Account,
    DateTimeOffset At,
    [property: Description("Where a person reads it; empty where there is no page.")] string Url,
    [property: Description("The comment's number; null for a closing.")] long? Comment,
    [property: Description("What was said with it.")] string Text,
    [property: Description("Of a waiver, the last day on which it holds.")] DateOnly? Until,
    [property: Description("Whether it was said of the present text.")] bool OfPresentText,
    [property: Description("Whether it still counts.")] bool Stands);

/// <summary>What somebody can have said.</summary>
internal enum WordKind
{
    SignOff,
    Acceptance,
    Waiver,
    NotApplicable,
    Objection,
    Block,
    Start,
}
