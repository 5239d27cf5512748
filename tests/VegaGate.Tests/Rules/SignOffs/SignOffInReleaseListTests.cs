using VegaGate.Rules.SignOffs;

namespace VegaGate.Tests.Rules.SignOffs;

public sealed class SignOffInReleaseListTests
{
    private static readonly SignOffInReleaseList Rule = new();

    private const string Items =
        """
        sections:
          - items:
              - { id: a, [|status|]: in-progress, [|sign-offs|]: [{ by: rr, at: 2026-03-01T09:12:00Z }] }
              - { id: b, [|waived|]: { by: rr, reason: R, until: 2026-12-31 }, [|not-applicable|]: { by: rr, reason: R } }
              - { id: c, status: Todo, [|blocked|]: { reason: R } }
              - { id: d, status: unknown, notes: N }

        """;

    [Fact]
    public void Reports_each_record_at_its_key() => Rule.ShouldReport(
        "checklist: a\nper: release\n" + Items,
        [.. new[] { "status", "sign-offs", "waived", "not-applicable", "blocked" }.Select(key =>
            $"This list is walked for each release, and its `{key}` would speak of every one; record it in `checklists/records/a/<release>.yaml`.")]);

    [Theory]
    [InlineData("per: once\n")]
    [InlineData("")]
    public void Is_silent_where_a_list_is_walked_once(string per) => Rule.ShouldBeSilent("checklist: a\n" + per + Markup.Parse(Items).Text);

    [Fact]
    public void Says_what_is_done_without_a_sign_off_there_alone() =>
        new DoneWithoutSignOff().ShouldBeSilent("checklist: a\nper: release\nsections: [{ items: [{ id: a, status: done }] }]\n");
}
