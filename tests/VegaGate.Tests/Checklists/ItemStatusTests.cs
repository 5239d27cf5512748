using VegaGate.Checklists;

namespace VegaGate.Tests.Checklists;

public sealed class ItemStatusTests
{
    [Theory]
    [InlineData("todo", ItemStatus.Todo)]
    [InlineData("In progress", ItemStatus.InProgress)]
    [InlineData("IN-PROGRESS", ItemStatus.InProgress)]
    [InlineData("Blocked", ItemStatus.Blocked)]
    [InlineData("done", ItemStatus.Done)]
    [InlineData("Inprogress", null)]
    [InlineData("", null)]
    public void Reads_words_without_regard_to_case(string word, ItemStatus? expected) => ItemStatuses.Parse(word).Should().Be(expected);

    [Fact]
    public void Reads_what_it_writes()
    {
        foreach (var status in Enum.GetValues<ItemStatus>())
            ItemStatuses.Parse(status.ToWord()).Should().Be(status);
    }
}
