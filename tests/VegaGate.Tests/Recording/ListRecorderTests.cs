namespace VegaGate.Tests.Recording;

public sealed class ListRecorderTests
{
    private const string Block = "      - id: \"1\"  # the first\n        title: Do it   # now\n        owners: [zev, rr]\n        pass: 'It is done.'\n\n      # the second\n      - id: x\n        title: Other\n        owners: zev\n";

    /// <summary>The fingerprint of the first item.</summary>
    private static string Text(RecordScene scene) => scene.List.Items[0].Fingerprint;

    [Fact]
    public void Nothing_said_is_nothing_written() => RecordScene.Of(Block).Recorded().Should().Be(Block);

    [Fact]
    public void A_block_item_gets_lines_of_its_own_indentation()
    {
        var scene = RecordScene.Of(Block).Say("1", "zev", "/done");

        scene.Recorded().Should().Be(
            "      - id: \"1\"  # the first\n        title: Do it   # now\n        owners: [zev, rr]\n        status: done\n        pass: 'It is done.'\n"
            + $"        sign-offs:\n          - {{ by: zev, at: 2026-03-01T09:01:00Z, issue: 1, text: {Quoted(scene)} }}\n\n      # the second\n      - id: x\n        title: Other\n        owners: zev\n");
    }

    [Fact]
    public void A_flow_item_gets_keys_between_its_braces()
    {
        var scene = RecordScene.Of("      - { id: \"1\", title: Do it., owners: [zev, rr], pass: It is done. }  # here\n").Say("1", "zev", "/done");

        scene.Recorded().Should().Be(
            $"      - {{ id: \"1\", title: Do it., owners: [zev, rr], status: done, pass: It is done., sign-offs: [{{ by: zev, at: 2026-03-01T09:01:00Z, issue: 1, text: {Quoted(scene)} }}] }}  # here\n");
    }

    [Fact]
    public void A_flow_item_of_several_lines_keeps_them()
    {
        var scene = RecordScene.Of("      - {\n          id: \"1\",\n          title: Do it.,  # a comma, behind\n          owners: [zev, rr],\n        }\n").Say("1", "zev", "/start");

        scene.Recorded().Should().Be("      - {\n          id: \"1\",\n          title: Do it.,  # a comma, behind\n          owners: [zev, rr], status: in-progress,\n        }\n");
    }

    [Fact]
    public void A_status_that_is_there_is_replaced_at_its_place_and_one_that_says_the_same_stays()
    {
        RecordScene.Of("      - id: x\n        status: 'todo' # so far\n        title: Do it\n        owners: zev\n").Say("x", "zev", "/start").Recorded()
            .Should().Be("      - id: x\n        status: in-progress # so far\n        title: Do it\n        owners: zev\n");
        RecordScene.Of("      - { id: x, title: Do it, owners: zev, status: \"In progress\" }\n").Say("x", "zev", "/start").Recorded()
            .Should().Be("      - { id: x, title: Do it, owners: zev, status: \"In progress\" }\n");
    }

    [Fact]
    public void A_sign_off_more_joins_those_that_are_there()
    {
        var scene = RecordScene.Of(Block.Replace("[zev, rr]\n", "[zev, rr]\n        sign-off: all\n", StringComparison.Ordinal)).Say("1", "zev", "/done");
        var first = scene.Recorded();
        var next = RecordScene.Of(first.Replace("          - { by", "          # by hand\n          -   { by", StringComparison.Ordinal)).Say("1", "zev", "/done").Say("1", "rr", "/done");

        next.Recorded().Should().Contain("status: done\n").And.Contain(
            $"        sign-offs:\n          # by hand\n          -   {{ by: zev, at: 2026-03-01T09:01:00Z, issue: 1, text: {Quoted(scene)} }}\n          - {{ by: rr, at: 2026-03-01T09:02:00Z, issue: 1, text: {Quoted(scene)} }}\n\n      # the second\n");
        first.Should().Contain("status: in-progress\n");
    }

    [Fact]
    public void What_no_longer_stands_goes_and_comments_beside_it_stay()
    {
        var text = "      - id: x\n        title: Do it\n        blocked:\n          since: 2026-01-01T00:00:00Z\n          reason: |\n            It hangs.\n\n        # a comment\n        owners: zev\n"
            + "        status: blocked\n        sign-offs:\n          - { by: zev, at: 2026-02-01T00:00:00Z, issue: 1 }\n          # old\n          - by: zev\n            at: 2026-02-02T00:00:00Z\n";

        RecordScene.Of(text + "      - id: y\n        title: Other\n        owners: zev\n").Recorded()
            .Should().Be("      - id: x\n        title: Do it\n\n        # a comment\n        owners: zev\n        status: todo\n      - id: y\n        title: Other\n        owners: zev\n");
        RecordScene.Of("      - { id: x, blocked: { since: 2026-01-01T00:00:00Z }, title: Do it, owners: zev, status: blocked, sign-offs: [{ by: zev, at: 2026-02-01T00:00:00Z }] }\n").Recorded()
            .Should().Be("      - { id: x, title: Do it, owners: zev, status: todo }\n");
    }

    [Fact]
    public void A_first_key_that_goes_leaves_the_dash()
    {
        RecordScene.Of("      - blocked: { reason: It hangs. }\n        id: x\n        title: Do it\n        owners: zev\n").Recorded()
            .Should().Be("      - id: x\n        title: Do it\n        owners: zev\n");
        RecordScene.Of("      - { blocked: { reason: It hangs. }, id: x, title: Do it, owners: zev }\n").Recorded()
            .Should().Be("      - { id: x, title: Do it, owners: zev }\n");
    }

    [Fact]
    public void One_of_two_sign_offs_goes()
    {
        var scene = RecordScene.Of(
            "      - id: x\n        title: Do it\n        owners: [zev, rr]\n        status: done\n        sign-offs:\n          - { by: rr, at: 2026-02-01T00:00:00Z }\n          - { by: zev, at: 2026-03-01T09:01:00Z }   # true\n          - { by: kate, at: 2026-02-01T00:00:00Z }\n"
                .Replace("          - { by: kate, at: 2026-02-01T00:00:00Z }\n", "          - { by: rr, at: 2026-02-03T00:00:00Z }\n", StringComparison.Ordinal)).Say("x", "zev", "/done");

        scene.Recorded().Should().Be("      - id: x\n        title: Do it\n        owners: [zev, rr]\n        status: done\n        sign-offs:\n          - { by: zev, at: 2026-03-01T09:01:00Z }   # true\n");
        RecordScene.Of("      - { id: x, title: Do it, owners: [zev, rr], status: done, sign-offs: [{ by: rr, at: 2026-02-01T00:00:00Z }, { by: zev, at: 2026-03-01T09:01:00Z }, { by: rr, at: 2026-02-02T00:00:00Z }] }\n")
            .Say("x", "zev", "/done").Recorded().Should().Be("      - { id: x, title: Do it, owners: [zev, rr], status: done, sign-offs: [{ by: zev, at: 2026-03-01T09:01:00Z }] }\n");
    }

    [Fact]
    public void All_of_a_block_of_sign_offs_replaced_stays_a_block()
    {
        var scene = RecordScene.Of("      - id: \"1\"\n        title: Do it\n        owners: [zev]\n        status: done\n        sign-offs:\n        - by: zev\n          at: 2026-02-01T00:00:00Z\n        pass: It is done.\n").Say("1", "zev", "/done");

        scene.Recorded().Should().Be(
            $"      - id: \"1\"\n        title: Do it\n        owners: [zev]\n        status: done\n        sign-offs:\n        - {{ by: zev, at: 2026-03-01T09:01:00Z, issue: 1, text: {Quoted(scene)} }}\n        pass: It is done.\n");
    }

    [Fact]
    public void A_block_is_written_with_its_reason_whatever_that_holds_and_ends_with_the_block()
    {
        var scene = RecordScene.Of("      - id: x\n        title: Do it\n        owners: zev\n").Say("x", "rr", "/block high It says \"no\": { a, #1 } \\ ::error::");

        var blocked = scene.Recorded();

        blocked.Should().Be(
            "      - id: x\n        title: Do it\n        owners: zev\n        status: blocked\n        blocked: { since: 2026-03-01T09:01:00Z, reason: \"It says \\\"no\\\": { a, #1 } \\\\ ::error::\", severity: high }\n");
        RecordScene.Of(blocked).Say("x", "rr", "/start").Recorded().Should().Be("      - id: x\n        title: Do it\n        owners: zev\n        status: todo\n");
    }

    [Fact]
    public void A_block_that_is_there_is_brought_up_to_date_key_by_key() =>
        RecordScene.Of("      - id: x\n        title: Do it\n        owners: zev\n        severity: low\n        status: blocked\n        blocked:\n          since: 2026-03-01T09:01:00Z\n          # why\n          reason: Something # else\n          issue: 7\n          severity: high\n")
            .Say("x", "zev", "/block It hangs.").Recorded()
            .Should().Be("      - id: x\n        title: Do it\n        owners: zev\n        severity: low\n        status: blocked\n        blocked:\n          since: 2026-03-01T09:01:00Z\n          # why\n          reason: It hangs. # else\n          issue: 7\n");

    [Fact]
    public void A_waiver_and_a_word_that_an_item_does_not_apply_are_written_and_taken_out_again()
    {
        const string items = "      - id: x\n        title: Do it\n        owners: zev\n      - { id: y, title: Other, owners: zev }\n";
        var scene = RecordScene.Of(items).Say("x", "kate", "/waive 2999-12-31 Later: not now").Say("y", "zev", "/na No DNS.").Say("y", "kate", "/na Right.");

        var recorded = scene.Recorded();

        recorded.Should().Be(
            "      - id: x\n        title: Do it\n        owners: zev\n        waived: { by: kate, reason: \"Later: not now\", until: 2999-12-31, at: 2026-03-01T09:01:00Z }\n"
            + "      - { id: y, title: Other, owners: zev, not-applicable: { by: kate, reason: Right., at: 2026-03-01T09:03:00Z } }\n");
        RecordScene.Of(recorded).Say("x", "kate", "/waive 2999-12-31 Later: not now").Say("y", "zev", "/na No DNS.").Say("y", "kate", "/na Right.").Say("x", "kate", "/undo").Say("y", "kate", "/undo")
            .Recorded().Should().Be(items);
    }

    [Fact]
    public void What_an_approver_wrote_in_the_file_stays()
    {
        const string items = "      - { id: x, title: Do it, owners: zev, waived: { by: kate, reason: By hand, until: 2999-12-30 } }\n      - { id: y, title: Other, owners: zev, not-applicable: { by: kate, reason: By hand } }\n";

        RecordScene.Of(items).Recorded().Should().Be(items);
        RecordScene.Of(items).Say("x", "kate", "/waive 2999-12-29 Shorter").Recorded().Should().Be(items);
        RecordScene.Of(items).Say("x", "kate", "/waive 2999-12-31 Longer").Recorded().Should().Contain("waived: { by: kate, reason: Longer, until: 2999-12-31, at: 2026-03-01T09:01:00Z }");
    }

    [Fact]
    public void A_voided_sign_off_goes_and_an_item_out_of_sync_is_left_alone()
    {
        const string items = "      - { id: x, title: Do it, owners: zev, status: done, sign-offs: [{ by: zev, at: 2026-03-01T09:01:00Z }] }\n";
        var changed = RecordScene.Of(items).Say("x", "zev", "/done");
        changed.Scene.TextChanges("x");
        changed.Recorded().Should().Be("      - { id: x, title: Do it, owners: zev, status: todo }\n");

        var other = RecordScene.Of(items);
        other.Scene.Mark("x", marker => marker with { Fingerprint = "0123456789abcdef" });
        var record = other.Record();
        record.IsChanged.Should().BeFalse();
        record.Notes.Should().ContainSingle().Which.Should().Be("list/x is left as it is: its issue does not carry the text of the file. Run `vegagate apply`.");

        var without = RecordScene.Of(items);
        without.Scene.Lose("x");
        without.Record().IsChanged.Should().BeFalse("before an item has an issue, the file alone counts");
    }

    [Fact]
    public void Where_no_sign_off_is_required_a_done_in_the_file_stays()
    {
        var text = RecordScene.Head.Replace("approvers: kate", "approvers: kate, require: [owner, status]", StringComparison.Ordinal) + "      - { id: x, title: Do it, owners: zev, status: done }\n";

        new RecordScene(text).Record().IsChanged.Should().BeFalse();
    }

    [Fact]
    public void A_sign_off_that_is_too_old_is_not_recorded_and_the_item_is_not_called_done()
    {
        var scene = new RecordScene(RecordScene.Head.Replace("approvers: kate", "approvers: kate, sign-off-valid-for: 1h", StringComparison.Ordinal) + "      - { id: x, title: Do it, owners: zev }\n").Say("x", "zev", "/done");
        scene.Scene.Now += TimeSpan.FromHours(2);

        var record = scene.Record();

        record.Text.Text.Should().EndWith("      - { id: x, title: Do it, owners: zev, status: in-progress }\n");
        record.Notes.Should().HaveCount(2);
    }

    [Fact]
    public void Line_ends_a_byte_order_mark_and_a_missing_last_line_end_stay()
    {
        var text = (RecordScene.Head + "      - id: x\n        title: Do it\n        owners: zev").Replace("\n", "\r\n", StringComparison.Ordinal);

        var after = new RecordScene(text).Say("x", "zev", "/start").Recorded();

        after.Should().Be(text + "\r\n        status: in-progress");
    }

    [Fact]
    public void Text_that_keeps_its_last_lines_keeps_them()
    {
        const string items = "      - id: x\n        owners: zev\n        title: Do it\n        notes: |+\n          Two\n\n\n      - id: y\n        title: Other\n        owners: zev\n";

        RecordScene.Of(items).Say("x", "rr", "/block low It hangs.").Recorded().Should().Be(
            "      - id: x\n        owners: zev\n        status: blocked\n        title: Do it\n        blocked: { since: 2026-03-01T09:01:00Z, reason: It hangs., severity: low }\n        notes: |+\n          Two\n\n\n      - id: y\n        title: Other\n        owners: zev\n");
    }

    [Fact]
    public void The_changes_are_told_with_what_stood_there_before() =>
        RecordScene.Of("      - { id: x, title: Do it, owners: zev, status: blocked, blocked: { reason: It   hangs. } }\n").Record().Changes.Select(change => $"{change.Id} {change.Title} {change.Key}: {change.Before} -> {change.After}")
            .Should().Equal("list/x x Do it status: blocked -> todo", "list/x x Do it blocked: { reason: It hangs. } -> ");

    private static string Quoted(RecordScene scene) => VegaGate.Syntax.YamlScalarText.Of(Text(scene));
}
