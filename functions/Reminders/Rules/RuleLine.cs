namespace ServerlessParty.Reminders.Rules;

/// <summary>A rule as people and <c>seeds/rules.json</c> write it; a repetition is not written out.</summary>
/// <param name="For">An obligation kind or a family of kinds.</param>
/// <param name="Role"><c>secretary</c>, <c>deputies</c>, <c>superior</c> or <c>upper</c>.</param>
/// <param name="Offsets">Days from the due day, ascending and distinct.</param>
/// <param name="Under">The id of the unit whose branch the rule is limited to; null: everywhere.</param>
public sealed record RuleLine(
    string? For, string? Role, IReadOnlyList<int>? Offsets, Repetition? Repeat = null, string? Under = null);

/// <param name="Every">Days between two steps after the last offset; at least 1.</param>
/// <param name="Until">The last day from the due day, inclusive.</param>
public sealed record Repetition(int Every, int Until);
