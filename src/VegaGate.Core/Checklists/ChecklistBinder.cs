using System.Collections.Immutable;
using VegaGate.Format;
using VegaGate.Syntax;
using Keys = VegaGate.Checklists.ChecklistFormat;

namespace VegaGate.Checklists;

/// <summary>Makes a checklist from a tree. It yields what it can, so that the rules can report everything in one run.</summary>
public static class ChecklistBinder
{
    /// <summary>The checklist, or null when the document is not one: its root is no mapping, or has no key <c>checklist</c>.</summary>
    public static Checklist? Bind(YamlTree tree)
    {
        if (MappingReader.From(tree.Root) is not { } root || root.Node(Keys.Slug) is null)
            return null;
        var gate = BindGate(root.Child(Keys.Gate));
        var itemKeys = root.Mapping.Entries.Where(entry => entry.Key.Value == Keys.Sections.Name || entry.Key.Value == Keys.Phases.Name).ToList();
        var items = new ItemBinder(tree.Source, gate);
        var findings = FormatChecker.Check(root.Mapping, Keys.Mapping, out var mentions);
        return new Checklist
        {
            Source = tree.Source,
            Root = root.Mapping,
            Slug = root.Text(Keys.Slug),
            Was = [.. root.Texts(Keys.Was).Select(name => name.Value)],
            Title = root.Text(Keys.Title)?.Value ?? "",
            Description = root.Text(Keys.Description)?.Value,
            IsPerRelease = root.Text(Keys.Per)?.Value == "release",
            Milestone = root.Text(Keys.Milestone)?.Value,
            People = new People(BindPersons(root), BindTeams(root)),
            Gate = gate,
            Sections = [.. itemKeys.SelectMany(entry => root.Children(entry.Key.Value == Keys.Phases.Name ? Keys.Phases : Keys.Sections)).Select(section => SectionBinder.Bind(section, items))],
            HasPhases = root.Node(Keys.Phases) is not null,
            ItemKeys = [.. itemKeys.Select(entry => new Located<string>(entry.Key.Value, entry.Key.Span))],
            HandoffSteps = BindSteps(root.Child(Keys.HandoffSteps)),
            Roles = ProtocolBinder.BindRoles(root, Keys.Roles),
            Escalation = root.Child(Keys.Escalation) is { } escalation ? ProtocolBinder.BindEscalation(escalation) : null,
            Communication = root.Child(Keys.Communication) is { } communication ? ProtocolBinder.BindCommunication(communication) : null,
            Targets = root.Child(Keys.Targets) is { } targets ? ProtocolBinder.BindTargets(targets) : SuccessTargets.None,
            Mentions = mentions,
            FormatFindings = findings,
            IsPartial = !tree.Diagnostics.IsEmpty,
        };
    }

    /// <summary>The policy at a key of an item or of the gate.</summary>
    internal static SignOffPolicy? BindPolicy(MappingReader reader, KeyFormat key) => reader.Text(key) switch
    {
        { Value: "any" } => new SignOffPolicy.Any(),
        { Value: "all" } => new SignOffPolicy.All(),
        { Value: var number } => new SignOffPolicy.Count(CountOf(number)),
        _ when reader.Node(key) is YamlMapping mapping => new SignOffPolicy.PerTeam(
            [.. mapping.Entries.Select(entry => new SignOffPolicy.TeamCount(entry.Key.Value, CountOf((entry.Value as YamlScalar)?.Value ?? "")))]),
        _ => null,
    };

    /// <summary>A number that is none, or too large to be one, is more than there can be.</summary>
    private static int CountOf(string number) => (int)Math.Min(Scalars.ParsePositive(number) ?? int.MaxValue, int.MaxValue);

    private static GatePolicy BindGate(MappingReader? gate)
    {
        var stages = gate?.Texts(Keys.GateKeys.Stages) ?? [];
        return new GatePolicy(
            stages.IsEmpty ? [new Located<string>(GatePolicy.DefaultStage, default)] : stages,
            gate is { } present && present.Node(Keys.GateKeys.Require) is not null ? [.. present.Texts(Keys.GateKeys.Require).Select(word => word.Value)] : GateRequirement.Default,
            (gate is { } reader ? BindPolicy(reader, Keys.GateKeys.SignOff) : null) ?? new SignOffPolicy.Any(),
            gate?.Duration(Keys.GateKeys.ValidFor),
            gate?.Text(Keys.GateKeys.NotBy) is not null,
            gate?.Texts(Keys.GateKeys.Approvers) ?? [],
            gate?.Texts(Keys.GateKeys.BreakGlass) ?? [],
            gate?.Child(Keys.GateKeys.Window) is { } window ? BindWindow(window) : null,
            [.. (gate?.Children(Keys.GateKeys.Freeze) ?? []).Select(BindWindow).OfType<TimeWindow>()]);
    }

    private static TimeWindow? BindWindow(MappingReader window) =>
        window.Instant(Keys.WindowKeys.From) is { } from && window.Text(Keys.WindowKeys.To) is { } to && Scalars.ParseInstant(to.Value) is { } end
            ? new TimeWindow(from, end, window.Text(Keys.WindowKeys.Reason)?.Value, to.Span)
            : null;

    private static ImmutableArray<Person> BindPersons(MappingReader root) => [.. Named(root, Keys.People).Select(entry => new Person(
        entry.Name,
        entry.Reader.Text(Keys.PersonKeys.Name)?.Value ?? entry.Name.Value,
        entry.Reader.Text(Keys.PersonKeys.Github),
        entry.Reader.Integer(Keys.PersonKeys.Id),
        entry.Reader.Text(Keys.PersonKeys.Delegate))
    {
        GivenName = entry.Reader.Text(Keys.PersonKeys.Name),
        Was = [.. entry.Reader.Texts(Keys.PersonKeys.Was).Select(was => was.Value)],
    })];

    private static ImmutableArray<Team> BindTeams(MappingReader root) => [.. Named(root, Keys.Teams).Select(entry => new Team(
        entry.Name,
        entry.Reader.Text(Keys.TeamKeys.Name)?.Value ?? entry.Name.Value,
        entry.Reader.Text(Keys.TeamKeys.Github)?.Value,
        entry.Reader.Texts(Keys.TeamKeys.Members))
    {
        GivenName = entry.Reader.Text(Keys.TeamKeys.Name),
        Was = [.. entry.Reader.Texts(Keys.TeamKeys.Was).Select(was => was.Value)],
    })];

    private static IEnumerable<NamedMapping> Named(MappingReader root, KeyFormat key) =>
        from entry in root.Entries(key)
        where entry.Value is YamlMapping
        select new NamedMapping(new Located<string>(entry.Key.Value, entry.Key.Span), new MappingReader((YamlMapping)entry.Value));

    private static HandoffSteps BindSteps(MappingReader? steps)
    {
        return new HandoffSteps(Read(ProtocolFormat.StepsBefore), Read(ProtocolFormat.StepsDuring), Read(ProtocolFormat.StepsAfter));

        ImmutableArray<string> Read(KeyFormat key) => [.. (steps?.Texts(key) ?? []).Select(step => step.Value)];
    }

    private sealed record NamedMapping(Located<string> Name, MappingReader Reader);
}
