using System.Text;

namespace VegaGate.Gate;

/// <summary>Why an item or a list has its verdict. The words are part of the output's format; see <see cref="ReasonCodes.ToWord"/>.</summary>
public enum ReasonCode
{
    SignedOff,
    RecordedDone,
    NotRequired,
    Waived,
    NotApplicable,
    Overridden,
    ChecklistInvalid,
    TrackerUnreachable,
    CommitNotProtected,
    ReleaseMissing,
    Frozen,
    OutsideWindow,
    Objection,
    BlockerOpen,
    Blocked,
    OwnerMissing,
    PassConditionMissing,
    NotSynced,
    IssueMissing,
    Conflict,
    WaiverExpired,
    SignOffVoid,
    SignOffStale,
    SignOffMissing,
    SignOffWithoutAuthority,
    ClosedNotPlanned,
    SignOffIncomplete,
    ArtifactMissing,
    ProbeFailed,
    ProbeError,
    HandoffNotAccepted,
    PhaseOrder,
    WaitsFor,
    Open,
}

/// <summary>The words for reasons.</summary>
public static class ReasonCodes
{
    /// <summary>Of reasons that hold a whole list, whether somebody may let it go all the same: not where it is unknown what is released, or who agreed to the file.</summary>
    public static bool CanBeOverridden(this ReasonCode code) => code is ReasonCode.Frozen or ReasonCode.OutsideWindow or ReasonCode.BlockerOpen;

    /// <summary>In kebab case, as in "sign-off-void".</summary>
    public static string ToWord(this ReasonCode code)
    {
        var word = new StringBuilder();
        foreach (var c in code.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && word.Length > 0)
                word.Append('-');
            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }
}
