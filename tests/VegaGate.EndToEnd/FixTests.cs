using System.Text;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

public sealed class FixTests
{
    private const string Broken =
        "# kept: 1.10\n" +
        "checklist: list   # kept: 1.10\r\n" +
        "title:   'List 1.10'\n" +
        "people: { ann: { name: \"Ann\",  github: ann } }\n" +
        "sections:\n" +
        "  - id: all\n" +
        "    title: All\n\n\n" +
        "    items:\n" +
        "      - id: 1.10   # ten, not one\n" +
        "        title: Ten\n" +
        "        owners: [ann]\n" +
        "        pass: '1.10'\n" +
        "      - { id: 1.1, title: One, owners: [ann], pass: Grüße 🚀, needs: [1.10] }\n" +
        "      - { id: 0x1F, title: Hex, owners: [ann], pass: It is there. }\n" +
        "      - { id: \"2.0\", title: Two, owners: [ann], pass: It is there. }";

    private const string Fixed =
        "# kept: 1.10\n" +
        "checklist: list   # kept: 1.10\r\n" +
        "title:   'List 1.10'\n" +
        "people: { ann: { name: \"Ann\",  github: ann } }\n" +
        "sections:\n" +
        "  - id: all\n" +
        "    title: All\n\n\n" +
        "    items:\n" +
        "      - id: \"1.10\"   # ten, not one\n" +
        "        title: Ten\n" +
        "        owners: [ann]\n" +
        "        pass: '1.10'\n" +
        "      - { id: \"1.1\", title: One, owners: [ann], pass: Grüße 🚀, needs: [\"1.10\"] }\n" +
        "      - { id: \"0x1F\", title: Hex, owners: [ann], pass: It is there. }\n" +
        "      - { id: \"2.0\", title: Two, owners: [ann], pass: It is there. }";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ids_that_look_like_numbers_are_quoted_and_every_other_byte_stays(bool hasByteOrderMark)
    {
        var encoding = new UTF8Encoding(hasByteOrderMark);
        using var workspace = new Workspace().Write("checklists/list.yaml", [.. encoding.GetPreamble(), .. encoding.GetBytes(Broken)]);
        (await workspace.RunAsync("validate", "checklists")).Exits(0).Lines[^1].Should().Be("1 file checked: 4 warnings");

        (await workspace.RunAsync("validate", "checklists", "--fix")).Exits(0).Output.Should().Be("1 file checked: no findings\n");

        var bytes = await File.ReadAllBytesAsync(workspace.PathOf("checklists/list.yaml"));
        bytes.Should().Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(Fixed)]);
        (await workspace.RunAsync("validate", "checklists", "--fix")).Exits(0).Output.Should().Be("1 file checked: no findings\n");
        (await File.ReadAllBytesAsync(workspace.PathOf("checklists/list.yaml"))).Should().Equal(bytes);
        Directory.GetFiles(workspace.PathOf("checklists")).Should().ContainSingle("no temporary file stays");
    }

    [Fact]
    public async Task A_file_whose_name_is_shown_escaped_is_mended_where_it_is()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var workspace = new Workspace().Write("checklists/a\u202eb.yaml", Broken);

        (await workspace.RunAsync("validate", "checklists", "--fix")).Exits(0).Output.Should().Be("1 file checked: no findings\n");

        workspace.Read("checklists/a\u202eb.yaml").Should().Be(Fixed);
        Directory.GetFiles(workspace.PathOf("checklists")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_file_without_anything_to_mend_is_not_touched()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        var file = workspace.PathOf(Story.GoLive);
        var written = File.GetLastWriteTimeUtc(file);

        (await workspace.RunAsync("validate", "checklists", "--fix")).Exits(0);

        File.GetLastWriteTimeUtc(file).Should().Be(written);
        File.ReadAllText(file).Should().Be(File.ReadAllText(Path.Combine(Repository.Root, Story.GoLive)));
    }
}
