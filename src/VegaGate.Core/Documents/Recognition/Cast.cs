using System.Text.RegularExpressions;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;
using VegaGate.Documents.Writing;
using VegaGate.Format;

namespace VegaGate.Documents.Recognition;

/// <summary>Everybody whom a document names, each once, under a name that the format accepts.</summary>
internal sealed partial class Cast
{
    private const int TimeoutMilliseconds = 1_000;
    private const int MostLogin = 39;
    private const string Nobody = "unassigned";

    private static readonly string[] NoNames = ["", "N A", "NA", "NONE", "TBD", "TBC", "TBA", "UNASSIGNED", "NAME", "OWNER", "NOBODY", "XXX", "FIRST LAST", "YOUR NAME"];

    private readonly List<Member> _members = [];
    private readonly Dictionary<string, Member> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the owners in a text such as "Zev / RR", "@ann, @bob" or "[Ann](https://github.com/ann)".</summary>
    public List<string> Read(string text)
    {
        var slugs = new List<string>();
        foreach (var part in Links().Replace(InlineText.Read(text), ReplaceLink).Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(part => And().Split(part)))
        {
            if (Find(part.Trim().Trim('*', '`', '.', ':').Trim()) is { } slug && !slugs.Contains(slug, StringComparer.Ordinal))
                slugs.Add(slug);
        }

        return slugs;
    }

    /// <summary>One name, which is not split; null when it names nobody.</summary>
    public string? Find(string name, bool isTeam = false)
    {
        if (name.StartsWith('[') && name.EndsWith(']') || NoNames.Contains(Words.Bare(name), StringComparer.Ordinal))
            return null;
        var login = name.StartsWith('@') && Scalars.Login.Accepts(name[1..]) ? name[1..] : null;
        var shown = login ?? name.TrimStart('@');
        if (!_byName.TryGetValue(shown, out var member))
        {
            member = new Member(Unused(Words.Slug(shown)), shown);
            _members.Add(member);
            _byName.Add(shown, member);
        }

        member.Login ??= login is { Length: <= MostLogin } ? login : null;
        member.IsTeam |= isTeam;
        return member.Slug;
    }

    /// <summary>Who is named in a sentence, of those who are known.</summary>
    public List<string> FindKnown(string sentence) =>
        [.. _members.Where(member => Regex.IsMatch(sentence, $@"(?<!\w){Regex.Escape(ShortName(member.Name))}(?!\w)", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))).Select(member => member.Slug)];

    /// <summary>Another name for somebody, such as "Kilo" for "Kilo (Development)".</summary>
    public void Alias(string alias, string slug)
    {
        if (_members.Find(member => member.Slug == slug) is { } member)
            _byName.TryAdd(alias, member);
    }

    /// <summary>Gives a name its longer form.</summary>
    public void Rename(string slug, string name)
    {
        if (_members.Find(member => member.Slug == slug) is not { } member)
            return;
        member.Name = name;
        _byName.TryAdd(name, member);
    }

    public IEnumerable<string> Teams => _members.Where(member => member.IsTeam).Select(member => member.Slug);

    /// <summary>Stands in for the owner whom the document does not name: a list whose items nobody owns is no checklist.</summary>
    public string Unassigned()
    {
        if (_byName.TryGetValue("Unassigned", out var member))
            return member.Slug;
        member = new Member(Unused(Nobody), "Unassigned");
        _members.Add(member);
        _byName.Add(member.Name, member);
        return member.Slug;
    }

    public void AddTo(MappingBuilder root)
    {
        var (people, teams) = (new MappingBuilder(), new MappingBuilder());
        foreach (var member in _members)
        {
            var entry = new MappingBuilder().Add(ChecklistFormat.PersonKeys.Name, member.Name);
            if (!member.IsTeam)
                entry.Add(ChecklistFormat.PersonKeys.Github, member.Login);
            (member.IsTeam ? teams : people).Add(member.Slug, entry.Build());
        }

        root.Add(ChecklistFormat.People.Name, people).Add(ChecklistFormat.Teams.Name, teams);
    }

    private static readonly char[] Separators = ['/', ',', ';', '+', '&', '\n', '|'];

    private static string ShortName(string name)
    {
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        return bracket > 0 ? name[..bracket] : name;
    }

    private static string ReplaceLink(Match link)
    {
        var login = GitHubProfile().Match(link.Groups["url"].Value);
        return login.Success ? "@" + login.Groups["login"].Value : link.Groups["text"].Value;
    }

    private string Unused(string slug)
    {
        slug = slug.Length == 0 ? "person" : slug;
        var candidate = slug;
        for (var number = 2; _members.Exists(member => string.Equals(member.Slug, candidate, StringComparison.OrdinalIgnoreCase)); number++)
            candidate = $"{slug[..Math.Min(slug.Length, 36)].TrimEnd('-')}-{number}";
        return candidate;
    }

    [GeneratedRegex(@"\s+(?:and|und|et|or)\s+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex And();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\((?<url>[^)\s]*)[^)]*\)", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Links();

    [GeneratedRegex(@"^https://github\.com/(?<login>[A-Za-z0-9-]{1,39})/?$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex GitHubProfile();

    private sealed class Member(string slug, string name)
    {
        public string Slug => slug;

        public string Name { get; set; } = name;

        public string? Login { get; set; }

        public bool IsTeam { get; set; }
    }
}
