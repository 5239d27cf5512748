using VegaGate.Format;

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
    private static readonly string[] AllWords = ["todo", "in-progress", "blocked", "done"];

    /// <summary>What <see cref="Parse"/> reads. A word that it does not read has the rule unknown-status.</summary>
    public static ScalarFormat Format { get; } = new("todo, in-progress, blocked or done", word => Parse(word) is not null)
    {
        Name = "item-status",
        Pattern = "[Tt][Oo][Dd][Oo]|[Ii][Nn][ -][Pp][Rr][Oo][Gg][Rr][Ee][Ss][Ss]|[Bb][Ll][Oo][Cc][Kk][Ee][Dd]|[Dd][Oo][Nn][Ee]",
    };

    /// <summary>In the order of the enum.</summary>
    public static IReadOnlyList<string> Words => AllWords;

    public static string ToWord(this ItemStatus status) => AllWords[(int)status];

    /// <summary>Reads a word without regard to case, and with a blank for the hyphen.</summary>
    public static ItemStatus? Parse(string word)
    {
        word = word.Contains(' ', StringComparison.Ordinal) ? word.Replace(' ', '-') : word;
        for (var index = 0; index < AllWords.Length; index++)
        {
            if (string.Equals(AllWords[index], word, StringComparison.OrdinalIgnoreCase))
                return (ItemStatus)index;
        }

        return null;
    }
}
