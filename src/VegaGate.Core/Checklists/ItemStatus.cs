namespace VegaGate.Checklists;

/// <summary>Where an item stands.</summary>
public enum ItemStatus
{
    Todo,
    InProgress,
    Blocked,
    Done,
}

/// <summary>The words for statuses.</summary>
public static class ItemStatuses
{
    public static string ToWord(this ItemStatus status) => status switch
    {
        ItemStatus.InProgress => "in-progress",
        ItemStatus.Blocked => "blocked",
        ItemStatus.Done => "done",
        _ => "todo",
    };

    /// <summary>Reads a word without regard to case, and with a blank for the hyphen.</summary>
    public static ItemStatus? Parse(string word)
    {
        foreach (var status in Enum.GetValues<ItemStatus>())
        {
            if (string.Equals(status.ToWord(), word.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase))
                return status;
        }

        return null;
    }
}
