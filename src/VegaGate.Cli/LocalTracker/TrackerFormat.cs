using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using VegaGate.Tracking;

namespace VegaGate.Cli.LocalTracker;

/// <summary>The text of the tracker's file: from a state, and back to the same state.</summary>
internal static class TrackerFormat
{
    /// <summary>The format that this program reads and writes.</summary>
    public const int Version = 1;

    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    // The file is read by people and by no browser: "<!--" stays "<!--".
    private static readonly JsonWriterOptions Layout =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TrackerState state)
    {
        var document = new TrackerDocument
        {
            Version = Version,
            LastNumber = state.LastNumber,
            LastCommentId = state.LastCommentId,
            Labels = [.. state.Labels.Select(label => new LabelEntry { Name = label.Name, Color = label.Color, Description = label.Description })],
            Milestones = [.. state.Milestones],
            Issues = [.. state.Issues.Select(Write)],
        };
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Layout))
            JsonSerializer.Serialize(writer, document, TrackerJson.Default.TrackerDocument);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Throws <see cref="JsonException"/> for anything but a whole file, and <see cref="NewerFormatException"/> for one of a later format.</summary>
    public static TrackerState Read(ReadOnlySpan<byte> text)
    {
        try
        {
            var version = ReadVersion(text);
            if (version > Version)
                throw new NewerFormatException(version);
            if (version < Version)
                throw new JsonException($"There is no format {version}.");
            var document = JsonSerializer.Deserialize(text, TrackerJson.Default.TrackerDocument) ?? throw new JsonException("The file holds null.");
            return Read(document);
        }
        catch (InvalidOperationException e)
        {
            // Text that is half of a surrogate pair is reported so.
            throw new JsonException(e.Message, e);
        }
    }

    private static IssueEntry Write(StoredIssue stored) => new()
    {
        Number = stored.Issue.Number,
        Title = stored.Issue.Title,
        Body = stored.Issue.Body,
        State = stored.Issue.IsOpen ? Word.Open : Word.Closed,
        StateReason = stored.Issue.ClosedAs is { } reason ? Write(reason) : null,
        Labels = [.. stored.Issue.Labels],
        Assignees = [.. stored.Issue.Assignees],
        Milestone = stored.Issue.Milestone,
        User = Write(stored.Issue.Author),
        CreatedAt = Write(stored.Issue.CreatedAt),
        UpdatedAt = Write(stored.Issue.UpdatedAt),
        Timeline = [.. stored.Timeline.Select(happened => Write(happened, stored.Acknowledgements))],
    };

    private static EventEntry Write(TimelineEvent happened, ImmutableArray<Acknowledgement> acknowledgements)
    {
        var entry = new EventEntry { Actor = Write(happened.Actor!), CreatedAt = Write(happened.At) };
        switch (happened)
        {
            case Commented comment:
                (entry.Event, entry.Id, entry.Body) = (Word.Commented, comment.Id, comment.Body);
                string[] logins = [.. acknowledgements.Where(known => known.Comment == comment.Id).Select(known => known.Login)];
                entry.AcknowledgedBy = logins.Length > 0 ? logins : null;
                return entry;
            case Closed closing:
                (entry.Event, entry.StateReason) = (Word.Closed, Write(closing.Reason!.Value));
                return entry;
            case Reopened:
                entry.Event = Word.Reopened;
                return entry;
            default:
                throw new UnreachableException();
        }
    }

    private static ActorEntry Write(Actor actor) => new() { Login = actor.Login, Id = actor.Id, Type = actor.IsBot ? Word.Bot : Word.User };

    private static string Write(DateTimeOffset at) => at.ToUniversalTime().ToString(Time, CultureInfo.InvariantCulture);

    private static string Write(CloseReason reason) => reason switch
    {
        CloseReason.Completed => Word.Completed,
        CloseReason.NotPlanned => Word.NotPlanned,
        CloseReason.Duplicate => Word.Duplicate,
        _ => throw new UnreachableException(),
    };

    /// <summary>The version before all else: a later format may look different everywhere else.</summary>
    private static int ReadVersion(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The file is not an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("version"u8);
            if (!reader.Read())
                break;
            if (found && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version))
                return version;
            reader.Skip();
        }

        throw new JsonException("The file names no version.");
    }

    private static TrackerState Read(TrackerDocument document)
    {
        var issues = ImmutableArray.CreateBuilder<StoredIssue>(document.Issues.Length);
        var (last, comments) = (0, new HashSet<long>());
        foreach (var entry in Whole(document.Issues))
        {
            Demand(entry.Number > last && entry.Number <= document.LastNumber, $"Issue {entry.Number} is out of order.");
            var stored = Read(entry);
            foreach (var comment in stored.Timeline.OfType<Commented>())
                Demand(comment.Id > 0 && comment.Id <= document.LastCommentId && comments.Add(comment.Id), $"Comment {comment.Id} is out of order.");
            issues.Add(stored);
            last = entry.Number;
        }

        return new TrackerState
        {
            LastNumber = document.LastNumber,
            LastCommentId = document.LastCommentId,
            Labels = [.. Whole(document.Labels).Select(label => new TrackerLabel(label.Name, label.Color, label.Description))],
            Milestones = [.. Whole(document.Milestones)],
            Issues = issues.MoveToImmutable(),
        };
    }

    private static StoredIssue Read(IssueEntry entry)
    {
        var issue = new TrackedIssue
        {
            Number = entry.Number,
            Title = entry.Title,
            Body = entry.Body,
            IsOpen = entry.State switch
            {
                Word.Open => true,
                Word.Closed => false,
                _ => throw new JsonException($"There is no state \"{entry.State}\"."),
            },
            ClosedAs = entry.StateReason is { } reason ? ReadReason(reason) : null,
            Labels = [.. Whole(entry.Labels)],
            Assignees = [.. Whole(entry.Assignees)],
            Milestone = entry.Milestone,
            Author = ReadActor(entry.User),
            CreatedAt = ReadTime(entry.CreatedAt),
            UpdatedAt = ReadTime(entry.UpdatedAt),
        };
        Demand(!issue.IsOpen || issue.ClosedAs is null, $"Issue {issue.Number} is open and has a reason to be closed.");
        return new StoredIssue(issue, [.. Whole(entry.Timeline).Select(ReadEvent)])
        {
            Acknowledgements = [.. entry.Timeline.SelectMany(happened => Whole(happened.AcknowledgedBy ?? []).Select(login => new Acknowledgement(happened.Id, login)))],
        };
    }

    private static TimelineEvent ReadEvent(EventEntry entry)
    {
        var (actor, at) = (ReadActor(entry.Actor), ReadTime(entry.CreatedAt));
        return entry switch
        {
            { Event: Word.Commented, Body: { } body, StateReason: null } => new Commented(actor, at, entry.Id, body, IsEdited: false),
            { Event: Word.Closed, StateReason: { } reason, Id: 0, Body: null, AcknowledgedBy: null } => new Closed(actor, at, ReadReason(reason), CommitId: null, ByApp: false),
            { Event: Word.Reopened, StateReason: null, Id: 0, Body: null, AcknowledgedBy: null } => new Reopened(actor, at, ByApp: false),
            _ => throw new JsonException($"There is no such event \"{entry.Event}\"."),
        };
    }

    private static Actor ReadActor(ActorEntry entry) => entry.Type switch
    {
        Word.Bot => new Actor(entry.Login, entry.Id, IsBot: true),
        Word.User => new Actor(entry.Login, entry.Id, IsBot: false),
        _ => throw new JsonException($"There is no type of account \"{entry.Type}\"."),
    };

    private static DateTimeOffset ReadTime(string text) =>
        DateTimeOffset.TryParseExact(text, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new JsonException($"\"{text}\" is not a time as in 2026-03-01T09:00:00Z.");

    private static CloseReason ReadReason(string text) => text switch
    {
        Word.Completed => CloseReason.Completed,
        Word.NotPlanned => CloseReason.NotPlanned,
        Word.Duplicate => CloseReason.Duplicate,
        _ => throw new JsonException($"There is no reason \"{text}\"."),
    };

    /// <summary>The list, once nothing in it is null, which the serializer does not look at.</summary>
    private static T[] Whole<T>(T[] values)
        where T : class
    {
        Demand(!values.Any(value => value is null), "A list holds null.");
        return values;
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new JsonException(otherwise);
    }

    /// <summary>What GitHub calls it.</summary>
    private static class Word
    {
        public const string Open = "open";
        public const string Closed = "closed";
        public const string Commented = "commented";
        public const string Reopened = "reopened";
        public const string Completed = "completed";
        public const string NotPlanned = "not_planned";
        public const string Duplicate = "duplicate";
        public const string Bot = "Bot";
        public const string User = "User";
    }
}

internal sealed class NewerFormatException(int version) : Exception($"The file has format {version}.")
{
    public int Version { get; } = version;
}
