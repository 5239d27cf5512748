#pragma warning disable RS0030 // The one place where the process's own surroundings are taken up.
using VegaGate.Cli;
using VegaGate.Cli.Actions;

if (args is ["validate", ..])
    ColdStart.Begin();
var surroundings = new Surroundings(Terminals.Output, Terminals.Error, Terminals.IsTerminal, Environment.CurrentDirectory, TimeProvider.System, Environment.GetEnvironmentVariable);
return Application.Run(args, Environment.GetEnvironmentVariable("GITHUB_ACTIONS") is null ? surroundings : StepSurroundings.Of(surroundings));
