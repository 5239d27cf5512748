using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Rules.Ownership;

/// <summary>Names that differ in case only, or in letters that look alike: who reads them takes one for the other. Logins that are the same have <see cref="SharedLogin"/>.</summary>
public sealed class LookAlikeNames : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2006", "look-alike-names", DiagnosticSeverity.Warning, "Two names of the list look alike.");

    public override RulePage Page => new(
        "Two names under `people` and `teams`, two GitHub logins, or two `name`s that people read, which differ only in case or in characters that look alike: `O` and `0`; `I`, `l` and `1`; `rn` and `m`; a Cyrillic or Greek letter and a Latin one. Also a `name` in which one word mixes such letters with Latin ones.",
        "A reviewer takes one for the other. A sign-off by `rnaria` passes for one by `maria`, and an owner is exchanged in a pull request without anybody noticing.",
        """
        checklist: launch
        title: Launch
        people: { maria: { github: maria-k }, rnaria: { github: mb-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: [maria, rnaria] }
        """,
        """
        checklist: launch
        title: Launch
        people: { maria: { github: maria-k }, mb: { github: mb-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: [maria, mb] }
        """);

    public override void Check(RuleContext context)
    {
        var people = context.Checklist.People;
        var slugs = new Seen();
        var logins = new Seen();
        var names = new Seen();
        foreach (var person in people.Persons)
        {
            CheckSlug(person.Slug);
            if (person.Login is { } login)
                CheckName(context, logins, login, "login", isSameReported: true);
            if (person.GivenName is { } name)
                CheckGivenName(name);
        }

        foreach (var team in people.Teams)
        {
            CheckSlug(team.Slug);
            if (team.GivenName is { } name)
                CheckGivenName(name);
        }

        // A name that the format refuses has its finding already.
        void CheckSlug(Located<string> slug)
        {
            if (Scalars.Identifier.Accepts(slug.Value))
                CheckName(context, slugs, slug, "name", isSameReported: false);
        }

        void CheckGivenName(Located<string> name)
        {
            if (LookAlike.FindMixed(name.Value) is { } foreign)
                context.Report(this, name.Span, $"The name {Quote.Of(name.Value)} holds `{foreign}` (U+{(int)foreign:X4}) among Latin letters, where it looks like one of them; write the Latin letter.");
            else
                CheckName(context, names, name, "name", isSameReported: false);
        }
    }

    private void CheckName(RuleContext context, Seen seen, Located<string> name, string kind, bool isSameReported)
    {
        if (seen.FindOrAdd(name) is not { } first || isSameReported && string.Equals(first.Value, name.Value, StringComparison.OrdinalIgnoreCase))
            return;
        var likeness = first.Value == name.Value ? "stands here twice, for two" : $"looks like {Quote.Of(first.Value)}";

        // One name for a person and a team is more than a likeness, and has its finding.
        if (first.Value != name.Value || !Scalars.Identifier.Accepts(name.Value) || context.Checklist.People.FindPerson(name.Value) is null || context.Checklist.People.FindTeam(name.Value) is null)
            context.Report(this, name.Span, $"The {kind} {Quote.Of(name.Value)} {likeness}; choose one that nobody takes for the other.", related: context.Here(first.Span, "The other one."));
    }

    /// <summary>What has been met so far, by its shape and without regard to case: the two are not the same for `I`, which looks like `l`.</summary>
    private sealed class Seen
    {
        private readonly Dictionary<string, Located<string>> _byShape = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Located<string>> _byText = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>The first that looks like it, or null when there is none yet.</summary>
        public Located<string>? FindOrAdd(Located<string> name)
        {
            var shape = LookAlike.ShapeOf(name.Value);
            if (_byText.TryGetValue(name.Value, out var first) || _byShape.TryGetValue(shape, out first))
                return first;
            _byText.Add(name.Value, name);
            _byShape.Add(shape, name);
            return null;
        }
    }
}
