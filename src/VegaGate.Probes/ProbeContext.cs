using VegaGate.Conditions;
using VegaGate.Probes.Names;
using VegaGate.Probes.Network;

namespace VegaGate.Probes;

/// <summary>What probes ask.</summary>
internal sealed record ProbeContext(PublicNetwork Network, NameClient Names, ICommitFiles Files, ICommitChecks Checks, TimeProvider Time);
