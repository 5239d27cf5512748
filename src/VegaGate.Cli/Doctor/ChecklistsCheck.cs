namespace VegaGate.Cli.Doctor;

/// <summary>Whether there are checklists without errors.</summary>
internal sealed class ChecklistsCheck : IDoctorCheck
{
    public string Name => "checklists";

    public bool IsRemote => false;

    public Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Finding>>(
    [
        context switch
        {
            { Problem: { } problem } => Finding.Fail(problem, "Name where they are."),
            { Errors: > 0 } => Finding.Fail($"{context.Errors} error{(context.Errors == 1 ? "" : "s")} in {string.Join(", ", context.Paths)}", "Run `vegagate validate`; nothing is synced and the gate holds while there are errors."),
            { Checklists.IsEmpty: true } => Finding.Fail($"there is no checklist in {string.Join(", ", context.Paths)}", "Write one, or name where they are."),
            _ => Finding.Ok($"{context.Checklists.Length} without errors: {string.Join(", ", context.Checklists.Select(checklist => checklist.Source.Path))}"),
        },
    ]);
}
