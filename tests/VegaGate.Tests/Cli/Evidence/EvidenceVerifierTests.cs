using System.Text.Json;
using System.Text.Json.Nodes;
using VegaGate.Cli;
using VegaGate.Cli.Evidence;

namespace VegaGate.Tests.Cli.Evidence;

public sealed class EvidenceVerifierTests : IDisposable
{
    private readonly EvidenceFolder _folder = EvidenceFolder.Held();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Evidence_is_verified_as_it_was_written()
    {
        _folder.Verify().Should().Be(ExitCode.Success, _folder.Error);

        _folder.Output.Should().Be("evidence/gate.json: verified: hold (blocked), with 4 verdicts, follows from what is recorded.\n");
        _folder.Error.Should().Be("The texts are not compared with the commit: the evidence is of no commit.\n");
    }

    [Fact]
    public void A_verdict_that_is_changed_consistently_throughout_the_file_is_refused()
    {
        var changed = _folder.Read()
            .Replace("\"verdict\": \"fail\"", "\"verdict\": \"pass\"", StringComparison.Ordinal)
            .Replace("\"verdict\": \"pending\"", "\"verdict\": \"pass\"", StringComparison.Ordinal)
            .Replace("\"reason-code\": \"blocked\"", "\"reason-code\": \"signed-off\"", StringComparison.Ordinal)
            .Replace("\"reason-code\": \"waits-for\"", "\"reason-code\": \"signed-off\"", StringComparison.Ordinal)
            .Replace("\"decision\": \"hold\"", "\"decision\": \"pass\"", StringComparison.Ordinal);
        _folder.Write(changed);
        _folder.Write(EvidenceMarkdown.Render(EvidenceJson.Read(System.Text.Encoding.UTF8.GetBytes(changed))), EvidenceFolder.Page);

        _folder.Verify().Should().Be(ExitCode.Findings);

        _folder.Output.Should().Contain("evidence/gate.json: decision: the file says \"pass\", and its inputs give \"hold\".\n")
            .And.Contain("evidence/gate.json: results[launch].items[launch/1.3].verdict: the file says \"pass\", and its inputs give \"fail\".\n")
            .And.EndWith("evidence/gate.json: not verified.\n");
    }

    [Fact]
    public void Whatever_single_value_is_changed_is_refused_in_words()
    {
        var places = PlacesOf(JsonNode.Parse(_folder.Read())!).ToArray();
        places.Length.Should().BeGreaterThan(150);

        foreach (var place in places)
        {
            var root = JsonNode.Parse(_folder.Read())!;
            var changed = ChangeAt(root, place);
            var original = _folder.Read();
            _folder.Write(root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n");

            _folder.Verify().Should().BeOneOf([ExitCode.Findings, ExitCode.Usage], "of {0}", changed);
            (_folder.Output + _folder.Error).Should().NotContain("internal error", "of {0}", changed);
            _folder.Write(original);
        }
    }

    [Fact]
    public void An_input_that_changes_no_verdict_is_refused_all_the_same()
    {
        _folder.Write(_folder.Read().Replace("waiting for the client", "waiting for the clients", StringComparison.Ordinal));

        _folder.Verify().Should().Be(ExitCode.Findings);

        _folder.Output.Should().Contain("inputs-sha256: the file says ");
    }

    [Fact]
    public void A_changed_text_of_the_list_is_refused_also_with_its_hash()
    {
        var text = JsonNode.Parse(_folder.Read())!["inputs"]!["checklists"]![0]!;
        var (written, hash) = (text["text"]!.GetValue<string>(), text["sha256"]!.GetValue<string>());
        var changed = written.Replace("It is proven.", "It looks proven.", StringComparison.Ordinal);
        var forged = _folder.Read().Replace("It is proven.", "It looks proven.", StringComparison.Ordinal);
        _folder.Write(forged);
        _folder.Verify().Should().Be(ExitCode.Findings);
        _folder.Output.Should().Contain("checklists/launch.yaml: the recorded text does not have the recorded SHA-256.");

        _folder.Write(forged.Replace(hash, EvidenceJson.Digest(System.Text.Encoding.UTF8.GetBytes(changed)), StringComparison.Ordinal));
        _folder.Verify().Should().Be(ExitCode.Findings);
        _folder.Output.Should().NotContain("does not have the recorded SHA-256").And.Contain("items[launch/1.2].verdict: the file says \"waived\", and its inputs give \"fail\".");
    }

    [Fact]
    public void A_text_with_errors_decides_nothing()
    {
        _folder.Write(_folder.Read().Replace("checklist: launch", "checklist: [", StringComparison.Ordinal));

        _folder.Verify().Should().Be(ExitCode.Findings);

        _folder.Output.Should().Contain("Nothing can be decided from the inputs: a recorded text has errors, and from such a list nothing is decided: checklists/launch.yaml:2:1: error VG0001: ");
    }

    [Fact]
    public void What_rules_say_of_the_time_decides_nothing_for_the_clocks_of_the_gate_and_of_the_tracker_differ()
    {
        var inputs = EvidenceJson.Read(System.Text.Encoding.UTF8.GetBytes(_folder.Read())).Inputs;
        var text = inputs.Checklists[0].Text
            .Replace("pass: It is built. }", "pass: It is built., status: done, sign-offs: [{ by: zev, at: 2098-01-01T00:00:00Z }] }", StringComparison.Ordinal)
            .Replace("pass: It is sold. }", "pass: It is sold., waived: { by: kate, until: 2020-01-01, reason: later } }", StringComparison.Ordinal);

        var decided = DecidedEvidence.Of(inputs with
        {
            Checklists = [inputs.Checklists[0] with { Text = text }],
            Severities = [new RecordedSeverities(null, [new RecordedSeverity("VG3012", VegaGate.Diagnostics.DiagnosticSeverity.Error)])],
        });

        decided.Document.Results.Single().Items.Should().HaveCount(4);
    }

    [Fact]
    public void Another_layout_and_another_page_are_refused()
    {
        var text = _folder.Read();
        _folder.Write(text.Replace("\n", "\r\n", StringComparison.Ordinal));
        _folder.Verify().Should().Be(ExitCode.Findings);
        _folder.Output.Should().Contain("The layout is not the one in which the file was written.");

        _folder.Write(text);
        _folder.Write(_folder.Read(EvidenceFolder.Page).Replace("waived", "signed off", StringComparison.Ordinal), EvidenceFolder.Page);
        _folder.Verify().Should().Be(ExitCode.Findings);
        _folder.Output.Should().Contain("evidence/gate.md is not the page of this evidence.");

        File.Delete(_folder.Folder.Of(EvidenceFolder.Page));
        _folder.Verify().Should().Be(ExitCode.Success);
    }

    [Theory]
    [InlineData("\"version\": 1,", "\"version\": 2,", "evidence/gate.json is evidence of format 2, and this program reads format 1: take the program that wrote it.")]
    [InlineData("\"version\": 1,", "", "evidence/gate.json is no whole file that `vegagate gate --evidence` has written: It names no version.")]
    [InlineData("\"version\": 1,", "\"version\": \"1\",", "evidence/gate.json is no whole file that `vegagate gate --evidence` has written: The version is no number.")]
    [InlineData("\"decision\":", "\"more\": 1,\n  \"decision\":", "evidence/gate.json:3:*: The JSON property 'more' could not be mapped*")]
    [InlineData("\"decision\":", "\"decision\": \"9\",\n  \"decision\":", "evidence/gate.json:4:*: Duplicate property 'decision'*")]
    [InlineData("\"identities\": [", "\"identities\": [\n null,", "evidence/gate.json is no whole file that `vegagate gate --evidence` has written: A list holds null.")]
    public void What_is_no_evidence_of_this_version_gets_one_clear_message(string old, string replacement, string message)
    {
        var text = _folder.Read();
        var at = text.IndexOf(old, StringComparison.Ordinal);
        _folder.Write(text[..at] + replacement + text[(at + old.Length)..]);

        _folder.Verify().Should().Be(ExitCode.Usage);

        _folder.Output.Should().BeEmpty();
        _folder.Error.Should().Match($"vegagate: {message.Replace("*: ", "* has written: ", StringComparison.Ordinal)}\n").And.Subject.Split('\n').Should().HaveCount(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(-3)]
    public void A_file_that_is_cut_gets_one_clear_message(int length)
    {
        var text = _folder.Read();
        _folder.Write(length < 0 ? text[..^-length] : text[..length]);

        _folder.Verify().Should().Be(ExitCode.Usage);

        _folder.Output.Should().BeEmpty();
        _folder.Error.Should().StartWith("vegagate: evidence/gate.json").And.Contain("is no whole file that `vegagate gate --evidence` has written: ").And.Subject.Split('\n').Should().HaveCount(2);
    }

    [Fact]
    public void A_file_that_is_huge_or_missing_or_named_otherwise_gets_one_clear_message()
    {
        using (var huge = File.Open(_folder.Folder.Of(EvidenceFolder.File), FileMode.Open))
            huge.SetLength(200L * 1024 * 1024);
        _folder.Verify().Should().Be(ExitCode.Usage);
        _folder.Error.Should().Be("vegagate: evidence/gate.json has more than 128 MiB, and is no evidence.\n");

        File.Delete(_folder.Folder.Of(EvidenceFolder.File));
        _folder.Verify().Should().Be(ExitCode.Usage);
        _folder.Error.Should().Be("vegagate: evidence/gate.json cannot be read: it is not there any more.\n");

        _folder.Folder.Run("gate", "--evidence", "evidence.txt").Should().Be(ExitCode.Usage);
        _folder.Error.Should().Be("vegagate: a file of evidence has a name that ends with .json; beside it lies the page for people, which ends with .md.\n");
    }

    [Fact]
    public void Evidence_of_another_version_of_the_program_is_held_to_its_decisions_and_not_to_its_words()
    {
        var written = EvidenceJson.Read(System.Text.Encoding.UTF8.GetBytes(_folder.Read()));
        var text = EvidenceJson.Render(DecidedEvidence.Of(written.Inputs with { Tool = "0.0.7" }).Document);
        _folder.Write(text.Replace("\"sentence\": \"Blocked by zev", "\"sentence\": \"zev says that it is blocked", StringComparison.Ordinal));
        _folder.Verify().Should().Be(ExitCode.Success, _folder.Output);
        _folder.Error.Should().Contain("It was written by version 0.0.7, and this is ");

        _folder.Write(text.Replace("\"verdict\": \"fail\"", "\"verdict\": \"pass\"", StringComparison.Ordinal));
        _folder.Verify().Should().Be(ExitCode.Findings);
    }

    [Fact]
    public void The_texts_are_held_against_the_commit_that_is_released()
    {
        _folder.Folder.Git("init", "--quiet");
        _folder.Folder.Git("add", "checklists");
        _folder.Folder.Git("commit", "--quiet", "--message", "A commit");
        var sha = _folder.Folder.Git("rev-parse", "HEAD");
        var root = JsonNode.Parse(_folder.Read())!;
        root["inputs"]!["request"]!["commit"] = sha;
        _folder.Write(root.ToJsonString());

        _folder.Verify().Should().Be(ExitCode.Findings, "the digest is of no commit");
        _folder.Output.Should().NotContain("of the commit");

        _folder.Write(root.ToJsonString().Replace("It is proven.", "It looks proven.", StringComparison.Ordinal));
        _folder.Verify().Should().Be(ExitCode.Findings);
        _folder.Output.Should().Contain($"checklists/launch.yaml: the recorded text is not that of the commit {sha[..7]}.");

        _folder.Folder.Git("rm", "--quiet", "--cached", "checklists/launch.yaml");
        _folder.Folder.Git("commit", "--quiet", "--message", "Another");
        root["inputs"]!["request"]!["commit"] = _folder.Folder.Git("rev-parse", "HEAD");
        _folder.Write(root.ToJsonString());
        _folder.Verify("--repository-path", ".").Should().Be(ExitCode.Findings);
        _folder.Output.Should().Contain("checklists/launch.yaml: the commit ").And.Contain(" has no such file.");

        root["inputs"]!["request"]!["commit"] = new string('a', 40);
        _folder.Write(root.ToJsonString());
        _folder.Verify("--repository-path", ".");
        _folder.Output.Should().Contain("The texts are not compared with the commit: the repository does not have aaaaaaa.");
    }

    [Fact]
    public void A_list_with_errors_leaves_evidence_that_says_so()
    {
        _folder.Folder.Write("checklists/launch.yaml", "checklist: [");
        _folder.Folder.Run("gate", "--evidence", EvidenceFolder.File).Should().Be(ExitCode.Findings);

        _folder.Verify().Should().Be(ExitCode.Success, _folder.Output);
        _folder.Output.Should().Contain("verified: hold (checklist-invalid), with 0 verdicts");
        _folder.Read(EvidenceFolder.Page).Should().StartWith("# Evidence: hold (checklist-invalid)").And.Contain("**Nothing could be decided, and so it holds:** A checklist has errors");
    }

    [Fact]
    public void Where_the_evidence_cannot_be_written_nothing_passes()
    {
        _folder.Runs("say", "1.3", "/unblock", "--as", "zev");
        Directory.CreateDirectory(_folder.Folder.Of("taken.json"));

        _folder.Folder.Run("gate", "--phase", "build", "--evidence", "taken.json").Should().Be(ExitCode.Usage);

        _folder.Output.Should().NotContain("decision");
        _folder.Error.Should().StartWith("vegagate: taken.json cannot be written: ");
    }

    /// <summary>Every place that has a value, and every list and object that can lose an entry, as keys and indexes.</summary>
    private static IEnumerable<object[]> PlacesOf(JsonNode? node, params object[] where) => node switch
    {
        JsonObject properties => properties.SelectMany(property => PlacesOf(property.Value, [.. where, property.Key])),
        JsonArray { Count: > 0 } entries => entries.SelectMany((entry, at) => PlacesOf(entry, [.. where, at])).Append(where),
        JsonArray => [],
        _ => [where],
    };

    private static string ChangeAt(JsonNode root, object[] place)
    {
        var parent = place[..^1].Aggregate(root, (node, step) => step is string key ? node[key]! : node[(int)step]!);
        var old = place[^1] is string name ? parent[name] : parent[(int)place[^1]];
        var shown = $"{string.Join('.', place)}: {old?.ToJsonString()}";
        if (old is JsonArray list)
        {
            list.RemoveAt(list.Count - 1);
            return shown;
        }

        JsonNode? changed = old?.GetValueKind() switch
        {
            JsonValueKind.True => false,
            JsonValueKind.False => true,
            JsonValueKind.Number => old.GetValue<long>() + 1,
            JsonValueKind.String when DateTimeOffset.TryParse(old.GetValue<string>(), out var time) && old.GetValue<string>().Contains('T', StringComparison.Ordinal) => time.AddSeconds(1),
            JsonValueKind.String => old.GetValue<string>() + "x",
            _ => "x",
        };
        if (place[^1] is string key)
            parent[key] = changed;
        else
            parent[(int)place[^1]] = changed;
        return shown;
    }
}
