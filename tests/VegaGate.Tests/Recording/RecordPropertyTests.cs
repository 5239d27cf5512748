using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace VegaGate.Tests.Recording;

/// <summary>Items as people may write them, in any state, with anything said on them: <see cref="RecordScene.Recorded"/> holds what a record promises.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same lists in every run.")]
public sealed class RecordPropertyTests
{
    private static readonly string[] Said =
    [
        "/done", "/start", "/undo", "/block high It hangs: { \"a\", #1 }", "/block It hangs, too", "/unblock", "/waive 2999-12-31 Later", "/waive 2999-11-30 'So' \"so\" \\", "/na Not # here", "/object No", "/done\n/undo",
    ];

    private static readonly string[] People = ["zev", "rr", "kate"];

    [Fact]
    public void A_record_reads_back_changes_no_other_byte_that_matters_and_is_done_once()
    {
        var random = new Random(20260301);
        var changed = 0;
        for (var round = 0; round < 400; round++)
        {
            var text = RecordScene.Head + string.Concat(Enumerable.Range(1, 3).Select(id => Item(random, $"i{id}")));
            if (round % 3 == 0)
                text = text.Replace("\n", "\r\n", StringComparison.Ordinal);
            if (round % 5 == 0)
                text = text.TrimEnd();
            var scene = new RecordScene(text);
            for (var said = random.Next(8); said > 0; said--)
                scene.Say($"i{random.Next(1, 4)}", People[random.Next(People.Length)], Said[random.Next(Said.Length)]);

            var after = scene.Recorded();

            changed += after == text[RecordScene.Head.Length..] ? 0 : 1;
            after.Split("# stays").Should().HaveCount(text.Split("# stays").Length, "{0}\nbecame\n{1}", text, after);
        }

        changed.Should().BeGreaterThan(200);
    }

    private static string Item(Random random, string id)
    {
        var keys = new List<string> { $"id: {id}", "title: \"Do it: now\"", random.Next(2) == 0 ? "owners: zev" : "owners: [zev, rr]" };
        Maybe("status: todo", "status: 'In progress'", "status: done", "status: blocked");
        Maybe("pass: It works.", "pass: 'It''s there'");
        Maybe("sign-offs: [{ by: zev, at: 2026-03-01T09:01:00Z }, { by: zev, at: 2026-02-01T00:00:00Z, issue: 9 }]", "sign-offs: []", "sign-offs: [ { by: zev, at: 2026-03-01T09:02:00Z, issue: 1 } ]");
        Maybe("blocked: { since: 2026-03-01T09:01:00Z, reason: Old }", "blocked: { reason: \"Old, too\", issue: 5 }");
        Maybe("waived: { by: kate, reason: By hand, until: 2999-12-01 }", "waived: { by: kate, until: 2999-12-31, reason: Later, at: 2026-03-01T09:02:00Z }");
        Maybe("not-applicable: { by: kate, reason: By hand }");
        var order = keys.ToArray();
        random.Shuffle(order);
        if (random.Next(3) == 0)
            return $"      - {{{(random.Next(2) == 0 ? " " : "")}{string.Join(random.Next(2) == 0 ? ", " : ",\n          ", order)}{(random.Next(3) == 0 ? "," : "")} }}  # stays\n";
        var block = new StringBuilder("      # stays\n");
        for (var at = 0; at < order.Length; at++)
            block.Append(at == 0 ? "      - " : "        ").Append(Block(random, order[at])).Append(random.Next(4) == 0 ? "   # about it\n" : "\n").Append(random.Next(6) == 0 && at + 1 < order.Length ? "\n        # stays\n" : "");
        return block.ToString();

        void Maybe(params string[] choices)
        {
            if (random.Next(2) == 0)
                keys.Add(choices[random.Next(choices.Length)]);
        }
    }

    /// <summary>The same key in block style, now and then.</summary>
    private static string Block(Random random, string key) => random.Next(2) == 0 ? key : key switch
    {
        "blocked: { since: 2026-03-01T09:01:00Z, reason: Old }" => "blocked:\n          since: 2026-03-01T09:01:00Z\n          reason: |\n            Old\n            and older",
        "waived: { by: kate, until: 2999-12-31, reason: Later, at: 2026-03-01T09:02:00Z }" => "waived: # why\n          by: kate\n          until: 2999-12-31\n          reason: >-\n            Later\n          at: 2026-03-01T09:02:00Z",
        "sign-offs: [{ by: zev, at: 2026-03-01T09:01:00Z }, { by: zev, at: 2026-02-01T00:00:00Z, issue: 9 }]" => "sign-offs:\n        - by: zev\n          at: 2026-03-01T09:01:00Z\n        -   { by: zev, at: 2026-02-01T00:00:00Z, issue: 9 }",
        "sign-offs: [ { by: zev, at: 2026-03-01T09:02:00Z, issue: 1 } ]" => "sign-offs:\n            - { by: zev, at: 2026-03-01T09:02:00Z, issue: 1 }",
        _ => key,
    };
}
