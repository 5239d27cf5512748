namespace VegaGate.Tests.Rules;

/// <summary>Lists that ask the most of the rules: everything in them is wrong in the same way, or each part speaks of all others.</summary>
internal static class HostileLists
{
    private const string Items = "sections:\n- id: s\n  title: S\n  items:\n";

    /// <summary>By what they are made of; each takes how much of it there is.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int, string>>(StringComparer.Ordinal)
    {
        ["names that nobody knows"] = count =>
            "checklist: a\ntitle: A\npeople:\n" + Lines(count, number => $"  p{number}-with-a-rather-long-name: {{}}\n") + Items
            + Lines(count, number => $"  - {{ id: i{number}, titel: T, owners: q{number}-with-a-rather-long-name, status: dnoe, needs: [n{number}], before: s{number} }}\n"),
        ["a large team of many items"] = count =>
            "checklist: a\ntitle: A\npeople: { client: {} }\nteams:\n  ops: { members: [\n" + Lines(count, _ => "    client,\n") + "    client] }\nsections:\n- id: s\n  title: S\n  owners: ops\n  items:\n"
            + Lines(count, number => $"  - {{ id: i{number}, title: T }}\n"),
        ["stages"] = count =>
            "checklist: a\ntitle: A\ngate:\n  stages:\n" + Lines(count, number => $"  - s{number}\n") + Items
            + Lines(count, number => $"  - {{ id: i{number}, title: T, before: s{number}, needs: [i{count - 1 - number}] }}\n"),
        ["values that others read differently"] = count =>
            "checklist: no\ntitle: A\nper: release\npeople:\n" + Lines(count, number => $"  p{number}: {{ name: Zev, github: O{number} }}\n  P{number}: {{ name: Z\u0435v, github: 0{number} }}\n") + Items
            + Lines(count, number => $"  - {{ id:i{number}, title: Caf\u00C3\u00A9 \u00C3\u201D, owners: p{number}, labels: [no, 1.10], required: false, waived: {{ by: P{number}, reason: R, until: 2999-12-31 }}, sign-offs: [], verify: [{{ htp: {{}} }}, {{ http: {{ ulr: x }} }}, {{ text: {{}} }}] }}\n"),
        ["one long run of misread text"] = count =>
            "checklist: a\ntitle: A\ndescription:\n" + Lines(count, _ => "  \u00C3\u201D\u00C9\u00A0\u00C3\u00A9\u00E9\u00A0\u00BB\n"),
        ["phases"] = count =>
            "checklist: a\ntitle: A\npeople: { zev: {} }\nphases:\n" + Lines(count, number => $"- {{ id: p{number}, title: {new string('x', 300)}, items: [], handoff: {{ from: zev, to: zev, critical: true, artifacts: [{{ name: N }}, {{ name: n }}] }} }}\n"),
        ["teams that all have to sign"] = count =>
            People(count) + "teams:\n" + Lines(count, number => $"  t{number}: {{ members: [p{number}] }}\n") + "gate:\n  sign-off:\n" + Lines(count, number => $"    t{number}: 2\n") + Items
            + Lines(count, number => $"  - {{ id: i{number}, title: T, owners: [t{number}, p{number}] }}\n"),
        ["people of the list's roles"] = count =>
            People(count) + "roles:\n  accountable: p0\n  consulted:\n" + Lines(count, number => $"  - p{number}\n") + "  informed:\n" + Lines(count, _ => "  - p0\n") + Items
            + Lines(count, number => $"  - {{ id: i{number}, title: T, owners: [p{number}, p0] }}\n"),
        ["owners of a section"] = count =>
            "checklist: a\ntitle: A\npeople:\n" + Lines(count, number => $"  p{number}: {{ name: N{number}{(number == 0 ? ", github: g" : "")} }}\n")
            + "gate: { sign-off: all }\nroles: { accountable: p0, consulted: p1 }\nsections:\n- id: s\n  title: S\n  owners:\n" + Lines(count, number => $"  - p{number}\n") + "  items:\n"
            + Lines(count, number => $"  - {{ id: i{number}, title: T, roles: {{ informed: p{number} }}, sign-offs: [{{ by: p{number}, at: 2026-03-01T09:12:00Z, issue: 41 }}] }}\n"),
        ["owners of a section who cannot sign"] = count =>
            "checklist: a\ntitle: A\npeople:\n" + Lines(count, number => $"  p{number}: {{ name: N{number} }}\n") + "sections:\n- id: s\n  title: S\n  owners:\n" + Lines(count, number => $"  - p{number}\n") + "  items:\n"
            + Lines(count, number => $"  - {{ id: i{number}, title: T, sign-off: 3 }}\n"),
        ["suppressions of one line"] = count =>
            "checklist: a\ntitle: A\n" + Lines(count, _ => "# vegagate: ignore VG2002 -- Later.\n") + "people: {}\n",
        ["circles through the first item"] = count =>
            "checklist: a\ntitle: A\n" + Items + Lines(count, number => $"  - {{ id: i{number}, title: T, needs: [i{(number + 1) % count}, i0] }}\n"),
        ["labels that are numbers"] = count =>
            "checklist: a\ntitle: A\n" + Items + "  - id: i\n    title: T\n    labels:\n" + Lines(count, _ => "    - 1\n"),
    };

    private static string People(int count) => "checklist: a\ntitle: A\npeople:\n" + Lines(count, number => $"  p{number}: {{ name: N{number}, github: g{number} }}\n");

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));
}
