using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using VegaGate.Conditions;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Probes;

/// <summary>
/// Searches the tracked files of the commit, those that are no text included: a character that makes an editor take a file for something else hides nothing. What was found is
/// named by its place and not shown.
/// </summary>
internal sealed class TextProbe : IProbe
{
    private const long MaxFile = 10 * 1024 * 1024;
    private const long MaxTogether = 256 * 1024 * 1024;

    public ProbeFormat Format => TextCondition.Format;

    public TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    public Task<Finding> AskAsync(MappingReader parameters, ProbeContext context, CancellationToken cancellation) => Task.FromResult(Ask(parameters, context, cancellation));

    private static Finding Ask(MappingReader parameters, ProbeContext context, CancellationToken cancellation)
    {
        var present = Sought.Read(parameters, TextCondition.Present);
        var absent = Sought.Read(parameters, TextCondition.Absent);
        var isSecretAbsent = parameters.Find(TextCondition.Secrets) is not null;
        if (present is null && absent is null && !isSecretAbsent)
            throw new UnansweredException("it asks for nothing");
        var files = Select(parameters, context.Files.List(), out var missing);
        if (missing is not null)
            return Finding.Fail($"no tracked file is {Shown.Of(missing)}");
        string? presentIn = null;
        foreach (var (file, bytes) in files.Zip(context.Files.Read(files)))
        {
            cancellation.ThrowIfCancellationRequested();
            var content = Decode(bytes);
            if (absent?.FindIn(content, file) is { } line)
                return Finding.Fail($"{absent.Description} stands in {Shown.Of(file.Path)}, line {line}");
            if (isSecretAbsent && FindSecret(content) is var (secret, at))
                return Finding.Fail($"{secret.Kind} seems to stand in {Shown.Of(file.Path)}, line {at}");
            presentIn ??= present?.FindIn(content, file) is not null ? file.Path : null;
        }

        if (present is not null && presentIn is null)
            return Finding.Fail($"{present.Description} stands in none of {files.Length} files");
        return Finding.Pass(presentIn is null ? $"it stands in none of {files.Length} files" : $"it stands in {Shown.Of(presentIn)}");
    }

    /// <summary>The files that are searched. A pattern for which there is none is given back: searching nothing proves nothing.</summary>
    private static ImmutableArray<CommitFile> Select(MappingReader parameters, ImmutableArray<CommitFile> all, out string? missing)
    {
        var patterns = parameters.Texts(TextCondition.Files).Select(pattern => pattern.Value).ToArray();
        if (patterns.Length == 0 && parameters.Node(TextCondition.Files) is not null)
            throw new UnansweredException($"its `{TextCondition.Files.Name}` names no file");
        var read = patterns.Select(pattern => new PathPattern(pattern)).ToArray();
        missing = patterns.Zip(read).FirstOrDefault(pair => !all.Any(file => pair.Second.IsMatch(file.Path))).First;
        ImmutableArray<CommitFile> files = read.Length == 0 ? all : [.. all.Where(file => read.Any(pattern => pattern.IsMatch(file.Path)))];
        if (files.FirstOrDefault(file => file.Size > MaxFile) is { } large)
            throw new UnansweredException($"{Shown.Of(large.Path)} is larger than {MaxFile / 1024 / 1024} MiB; say with `in` which files are searched");
        return files.Sum(file => file.Size) <= MaxTogether ? files : throw new UnansweredException($"the files are larger than {MaxTogether / 1024 / 1024} MiB together; say with `in` which are searched");
    }

    /// <summary>The first secret and its line. All shapes are ASCII, so that bytes that are no text do no harm.</summary>
    private static (FoundSecret Secret, int Line)? FindSecret(string content) =>
        SecretText.FindIn(content).FirstOrDefault() is { } secret ? (secret, LineOf(content, secret.Span.Start)) : null;

    private static int LineOf(string content, int at) => 1 + content.AsSpan(0, at).Count('\n');

    /// <summary>By its byte-order mark, and without one as UTF-8.</summary>
    private static string Decode(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
        _ => Encoding.UTF8.GetString(bytes),
    };

    /// <summary>A text or a pattern.</summary>
    private sealed class Sought(string? text, Regex? expression)
    {
        public string Description => text is not null ? Shown.Of(text) : $"something that fits {Shown.Of(expression!.ToString())}";

        public static Sought? Read(MappingReader parameters, KeyFormat key)
        {
            if (parameters.Child(key) is not { } child)
                return parameters.Find(key) is { } text ? new Sought(text, null) : null;
            var (expression, problem) = SearchPattern.Parse(child.Require(TextCondition.Pattern));
            return expression is null ? throw new UnansweredException($"its pattern cannot be run: {problem}") : new Sought(null, expression);
        }

        /// <summary>The line, from 1, on which it first stands; null where it does not.</summary>
        public int? FindIn(string content, CommitFile file)
        {
            try
            {
                var at = text is not null ? content.IndexOf(text, StringComparison.Ordinal) : expression!.Match(content) is { Success: true } match ? match.Index : -1;
                return at < 0 ? null : LineOf(content, at);
            }
            catch (RegexMatchTimeoutException)
            {
                throw new UnansweredException($"the pattern takes too long in {Shown.Of(file.Path)}");
            }
        }
    }
}
