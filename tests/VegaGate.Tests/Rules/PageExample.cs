using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Tests.Rules;

/// <summary>An example of a manual page as the files that it stands for.</summary>
internal sealed partial class PageExample
{
    private const string FileMark = "# file: ";
    private const string OnlyFile = "checklists/example.yaml";

    /// <summary>What the dates in the examples are judged by.</summary>
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ImmutableArray<YamlTree> _checklists;
    private readonly ImmutableArray<Diagnostic> _configurationFindings;

    public PageExample(string example)
    {
        var files = Split(example).Select(file => YamlReader.Read(file.Path, Expand(file.Text))).ToList();
        _checklists = [.. files.Where(file => file.Source.Path != ProjectConfiguration.FileName)];
        _configurationFindings = [.. files.Where(file => file.Source.Path == ProjectConfiguration.FileName).SelectMany(file => ConfigurationBinder.Bind(file, DescriptorCatalog.All).Findings)];
    }

    public ImmutableArray<Diagnostic> FindingsOf(ImmutableArray<Rule> rules) => [.. Validator.Validate(_checklists, rules, Now).Diagnostics, .. _configurationFindings];

    /// <summary>The files of an example and their texts, before anything is put in.</summary>
    public static ImmutableArray<(string Path, string Text)> Split(string example)
    {
        var files = ImmutableArray.CreateBuilder<(string Path, string Text)>();
        foreach (var part in (example + "\n").Split(FileMark).Where(part => part.Length > 0))
        {
            var lineEnd = part.IndexOf('\n', StringComparison.Ordinal);
            files.Add(example.StartsWith(FileMark, StringComparison.Ordinal) ? (part[..lineEnd], part[(lineEnd + 1)..]) : (OnlyFile, part));
        }

        return files.ToImmutable();
    }

    /// <summary>Puts in what the page writes between angle brackets.</summary>
    private static byte[] Expand(string text)
    {
        text = RepeatedLine().Replace(text, match => Repeat(match, "\n"));
        text = Repeated().Replace(text, match => Repeat(match, ""));
        text = Character().Replace(text, match => new Rune(int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        var bytes = new List<byte>();
        var at = 0;
        foreach (Match match in Byte().Matches(text))
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(text[at..match.Index]));
            bytes.Add(byte.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            at = match.Index + match.Length;
        }

        bytes.AddRange(Encoding.UTF8.GetBytes(text[at..]));
        return [.. bytes];
    }

    private static string Repeat(Match match, string end) => string.Concat(
        Enumerable.Range(1, int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture))
            .Select(number => match.Groups["indent"].Value + match.Groups["text"].Value.Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + end));

    [GeneratedRegex("^(?<indent> *)<(?<count>[0-9]+) times (?<text>[^>]+)>\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RepeatedLine();

    [GeneratedRegex("<(?<count>[0-9]+) times (?<text>[^>]+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repeated();

    [GeneratedRegex(@"<U\+(?<code>[0-9A-F]{4,6})>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Character();

    [GeneratedRegex("<0x(?<code>[0-9A-F]{2})>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Byte();
}
