using System.Collections.Immutable;
using VegaGate.Documents.Reading;

namespace VegaGate.Documents.Recognition;

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    Other,
    Id,
    Item,
    Owner,
    Status,
    Pass,
    Evidence,
    Due,
    Notes,
    Severity,
    Needs,
    Labels,
    Section,
    Required,
}

/// <summary>The names that people give to columns.</summary>
internal static class ColumnNames
{
    /// <summary>In the order in which a name is looked for; within a kind, the better name first.</summary>
    private static readonly KindNames[] Known =
    [
        new(ColumnKind.Id, ["ID", "NO", "NR", "NUMBER", "REF", "ITEM NO", "ITEM NUMBER", "ITEM ID", "TASK ID", "CHECK ID", "S NO", "SR NO", "SN", "STEP NO", "SEQ"]),
        new(ColumnKind.Item,
        [
            "ITEM", "CHECKLIST ITEM", "TASK", "CHECK", "ACTION", "ACTION ITEM", "ACTIVITY", "STEP", "REQUIREMENT", "TO DO", "TODO", "WHAT", "DELIVERABLE", "CONTROL", "QUESTION", "CRITERION", "CRITERIA", "TEST", "TEST CASE",
            "VERIFICATION ITEM", "CHECKLIST", "SUMMARY", "DESCRIPTION", "TITLE",
        ]),
        new(ColumnKind.Owner,
        [
            "OWNER", "OWNERS", "OWNER S", "RESPONSIBLE", "RESPONSIBLE PERSON", "RESPONSIBLE TEAM", "RESPONSIBLE PARTY", "ASSIGNEE", "ASSIGNED TO", "ASSIGNED", "WHO", "DRI", "LEAD", "ACCOUNTABLE", "PERSON", "TEAM", "OWNED BY", "BY WHOM", "POC",
        ]),
        new(ColumnKind.Status,
        [
            "STATUS", "STATE", "DONE", "PROGRESS", "COMPLETE", "COMPLETED", "CHECKED", "COMPLETION", "DONE Y N", "STATUS Y N", "PASS FAIL", "RESULT", "CURRENT STATUS", "✓", "✔", "☑", "✅", "VERIFIED", "YES NO", "Y N", "CHECKBOX",
        ]),
        new(ColumnKind.Pass,
        [
            "PASS CONDITION", "PASS CONDITIONS", "CONDITION", "ACCEPTANCE", "ACCEPTANCE CRITERIA", "ACCEPTANCE CRITERION", "DONE WHEN", "DEFINITION OF DONE", "PASS CRITERIA", "SUCCESS CRITERIA", "EXIT CRITERIA", "EXPECTED", "EXPECTED RESULT",
            "EXPECTED OUTCOME", "HOW TO VERIFY", "VERIFICATION", "VALIDATION", "VERIFICATION METHOD", "PASS WHEN", "TARGET", "THRESHOLD",
        ]),
        new(ColumnKind.Evidence, ["EVIDENCE", "PROOF", "EVIDENCE LINK", "LINK", "LINKS", "ARTIFACT", "ARTIFACTS", "ARTEFACT", "REFERENCE", "REFERENCES", "URL", "WHERE", "EVIDENCE REFERENCE", "DOCUMENT"]),
        new(ColumnKind.Due, ["DUE", "DUE DATE", "DEADLINE", "TARGET DATE", "BY WHEN", "WHEN", "ETA", "DATE", "COMPLETE BY", "DUE BY"]),
        new(ColumnKind.Severity, ["SEVERITY", "PRIORITY", "CRITICALITY", "IMPACT"]),
        new(ColumnKind.Needs, ["NEEDS", "DEPENDS ON", "DEPENDENCY", "DEPENDENCIES", "BLOCKED BY", "PREREQUISITE", "PREREQUISITES", "PREDECESSOR", "AFTER"]),
        new(ColumnKind.Labels, ["LABELS", "LABEL", "TAGS", "TAG"]),
        new(ColumnKind.Section, ["SECTION", "PHASE", "AREA", "CATEGORY", "GROUP", "WORKSTREAM", "STAGE", "DOMAIN", "TOPIC"]),
        new(ColumnKind.Required, ["REQUIRED", "MANDATORY", "REQUIRED Y N"]),
        new(ColumnKind.Notes, ["NOTES", "NOTE", "COMMENT", "COMMENTS", "REMARK", "REMARKS", "DETAILS", "DETAIL", "DESCRIPTION", "INFO", "EXPLANATION", "WHY", "GUIDANCE"]),
    ];

    private static readonly string[] KeyNames = ["FIELD", "PROPERTY", "KEY", "ATTRIBUTE", "PARAMETER", "DOCUMENT", "METADATA"];

    /// <summary>Whether the table pairs names with values.</summary>
    public static bool IsFieldTable(DocumentTable table) => table.Header.Length == 2 && KeyNames.Contains(Words.Bare(table.Header[0]), StringComparer.Ordinal);

    /// <summary>What each column holds. Of two columns with names of one kind, the better name has it, and the other has no kind.</summary>
    public static ImmutableArray<ColumnKind> Of(DocumentTable table)
    {
        var kinds = new ColumnKind[table.Header.Length];
        for (var column = 0; column < kinds.Length; column++)
        {
            if (table.Header[column].Trim() is "#" or "№" or "Nº")
                kinds[column] = ColumnKind.Id;
        }

        foreach (var known in Known)
        {
            if (Array.IndexOf(kinds, known.Kind) >= 0)
                continue;
            foreach (var name in known.Names)
            {
                var column = Array.FindIndex([.. table.Header], header => Name(header) == name);
                if (column < 0 || kinds[column] != ColumnKind.Other)
                    continue;
                kinds[column] = known.Kind;
                break;
            }
        }

        if (!kinds.Contains(ColumnKind.Item) && FindBoxes(table, kinds) is { } boxes)
            kinds[boxes] = ColumnKind.Item;
        return [.. kinds];
    }

    /// <summary>Whether the rows are items: there is a column for what is to be done, and one more that items have, or boxes.</summary>
    public static bool AreItems(DocumentTable table, ImmutableArray<ColumnKind> kinds)
    {
        var item = kinds.IndexOf(ColumnKind.Item);
        return item >= 0 && !table.Rows.IsEmpty
            && (kinds.Any(kind => kind is ColumnKind.Owner or ColumnKind.Status or ColumnKind.Pass or ColumnKind.Due or ColumnKind.Id)
                || table.Rows.Any(row => row.Cells.Length > item && Box.Read(row.Cells[item]) is not null));
    }

    private static string Name(string header)
    {
        var text = InlineText.ReadLine(header).Trim();
        return Words.Bare(text) is { Length: > 0 } bare ? bare : text;
    }

    /// <summary>The column whose cells begin with boxes and have text behind them.</summary>
    private static int? FindBoxes(DocumentTable table, ColumnKind[] kinds)
    {
        for (var column = 0; column < kinds.Length; column++)
        {
            if (kinds[column] == ColumnKind.Other && table.Rows.Any(row => row.Cells.Length > column && Box.Read(row.Cells[column]) is { Text.Length: > 0 }))
                return column;
        }

        return null;
    }

    private sealed record KindNames(ColumnKind Kind, string[] Names);
}
