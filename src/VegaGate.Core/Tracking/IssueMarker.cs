using System.Globalization;

namespace VegaGate.Tracking;

/// <summary>
/// The hidden first line of an issue's body. It is a hint for planning and can void a sign-off; nothing that is executed is read from it.
/// </summary>
/// <param name="Identity">Which item the issue is of.</param>
/// <param name="Fingerprint">Of the definition that the issue carries.</param>
/// <param name="Since">The server's time when that fingerprint was written; null: since the issue was made.</param>
/// <param name="Status">The status word that was last projected, or "retired".</param>
/// <param name="Base">Fingerprints of the fields as last written.</param>
public sealed record IssueMarker(string Identity, string Fingerprint, DateTimeOffset? Since, string Status, MarkerBaseline Base)
{
    public const string Retired = "retired";

    private const string Opening = "<!-- vegagate v=1 ";
    private const string AnyOpening = "<!-- vegagate v=";
    private const string Closing = " -->";
    private const string Created = "created";

    /// <summary>
    /// What the tracking issue keeps of the marker of an issue that somebody else opened: its author may edit the body, and with it what dates the sign-offs.
    /// </summary>
    public string Seal => string.Create(CultureInfo.InvariantCulture, $"{Fingerprint}:{Since?.UtcTicks ?? 0:x}");

    /// <summary>Reads the marker of a body: the first thing in it, and the only one; null otherwise.</summary>
    public static IssueMarker? Read(string body)
    {
        if (!body.StartsWith(Opening, StringComparison.Ordinal) || body.IndexOf(AnyOpening, 1, StringComparison.Ordinal) >= 0)
            return null;
        var end = body.IndexOf(Closing, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in body[Opening.Length..end].Split(' '))
        {
            var split = field.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0 || split == field.Length - 1 || !fields.TryAdd(field[..split], field[(split + 1)..]))
                return null;
        }

        if (!fields.TryGetValue("id", out var id) || !fields.TryGetValue("fp", out var fingerprint) || !fields.TryGetValue("since", out var since)
            || !fields.TryGetValue("status", out var status) || !fields.TryGetValue("base", out var based) || MarkerBaseline.Parse(based) is not { } fieldBase)
            return null;
        if (since == Created)
            return new IssueMarker(id, fingerprint, null, status, fieldBase);
        return DateTimeOffset.TryParseExact(since, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? new IssueMarker(id, fingerprint, time, status, fieldBase) : null;
    }

    /// <summary>What stands behind the marker of a body; the whole body where it has none.</summary>
    public static string Strip(string body)
    {
        var end = body.StartsWith(AnyOpening, StringComparison.Ordinal) ? body.IndexOf(Closing, StringComparison.Ordinal) : -1;
        return end < 0 ? body : body[(end + Closing.Length)..];
    }

    /// <summary>A body without any marker, wherever it stands: so much of one as can be told from text.</summary>
    public static string StripAll(string body)
    {
        for (int start; (start = body.IndexOf(AnyOpening, StringComparison.Ordinal)) >= 0;)
        {
            var end = body.IndexOf(Closing, start, StringComparison.Ordinal);
            var line = body.IndexOf('\n', start);
            body = end >= 0 && (line < 0 || end < line) ? body[..start] + body[(end + Closing.Length)..] : $"{body[..start]}<! -- vegagate v={body[(start + AnyOpening.Length)..]}";
        }

        return body;
    }

    /// <summary>The marker as it stands in a body. Every field is free of blanks and of "--&gt;" by its kind.</summary>
    public override string ToString() =>
        $"{Opening}id={Identity} fp={Fingerprint} since={Since?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) ?? Created} status={Status} base={Base}{Closing}";
}

/// <summary>Fingerprints of what was last written to an issue, so that a change by a person can be told from one of the file.</summary>
public sealed record MarkerBaseline(string Title, string Block, string Assignees, string Milestone)
{
    public override string ToString() => $"{Title},{Block},{Assignees},{Milestone}";

    public static MarkerBaseline? Parse(string text) =>
        text.Split(',') is [var title, var block, var assignees, var milestone] ? new MarkerBaseline(title, block, assignees, milestone) : null;
}
