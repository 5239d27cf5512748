using System.Collections.Immutable;
using VegaGate.Rules.Dependencies;
using VegaGate.Rules.Handoffs;
using VegaGate.Rules.Ownership;
using VegaGate.Rules.PassConditions;
using VegaGate.Rules.SignOffs;
using VegaGate.Rules.Structure;
using VegaGate.Rules.Values;

namespace VegaGate.Rules;

/// <summary>Every rule, a line each, in the order of their ids.</summary>
public static class RuleCatalog
{
    public static ImmutableArray<Rule> All { get; } =
    [
        new UnknownKey(),
        new MissingKey(),
        new MissingTitle(),
        new WrongType(),
        new InvalidValue(),
        new DuplicateItemId(),
        new NumberLikeId(),
        new DuplicateChecklist(),
        new DuplicateSectionId(),
        new NoItems(),
        new SectionsAndPhases(),
        new TooManyItems(),
        new StatusSpelling(),
        new Mojibake(),
        new TitleTooLong(),
        new EmptySection(),
        new ReusedFormerId(),
        new IssueNamedTwice(),
        new IssueInReleaseList(),
        new UnknownPerson(),
        new OwnerMissing(),
        new NameTakenTwice(),
        new UnusedPerson(),
        new PersonWithoutLogin(),
        new LookAlikeNames(),
        new DelegateIsDelegator(),
        new CircularDelegates(),
        new SharedLogin(),
        new TeamAsPerson(),
        new TooManySignOffs(),
        new OwnerConsultedOrInformed(),
        new UnknownStatus(),
        new DoneWithoutSignOff(),
        new UnknownStage(),
        new DuplicateStage(),
        new SignOffWithoutAuthority(),
        new SignOffOfChangedText(),
        new BlockedWithoutReason(),
        new WaiverNotByApprover(),
        new WaiverOnOptionalItem(),
        new SignOffInReleaseList(),
        new WindowEndsBeforeItBegins(),
        new ExpiredWaiver(),
        new SignOffInTheFuture(),
        new StaleSignOff(),
        new UnknownNeed(),
        new CircularNeeds(),
        new NeedsLaterStage(),
        new NeedsOptionalItem(),
        new NeedsLaterPhase(),
        new MissingPassCondition(),
        new UnknownProbe(),
        new PrivateAddress(),
        new PassRepeatsTitle(),
        new VaguePassCondition(),
        new UnknownProbeParameter(),
        new MissingProbeParameter(),
        new HandoffToItself(),
        new PathLeavesRepository(),
        new CriticalWithoutMeeting(),
        new LevelsDoNotRise(),
        new PhaseWithoutReceiver(),
        new DuplicateArtifact(),
        new CutAtHash(),
        new YesNoValue(),
        new TitleIsAQuestion(),
        new SecretInText(),
        new ColonWithoutSpace(),
        new NumberLikeText(),
    ];
}
