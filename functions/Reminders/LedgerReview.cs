namespace ServerlessParty.Reminders;

/// <summary>What the ledger says against what is wanted now.</summary>
/// <param name="Wanted">Choices of which at least one line may still have to be written.</param>
/// <param name="Open">Planned lines that are still wanted: each belongs into a letter.</param>
/// <param name="Stale">Planned lines that nothing wants any more: handed in, moved, or overtaken by a later step.</param>
/// <param name="Revived">Cancelled lines that are wanted (again).</param>
public sealed record LedgerReview(
    IReadOnlyList<StepChoice> Wanted,
    IReadOnlyList<Reminder> Open,
    IReadOnlyList<Reminder> Stale,
    IReadOnlyList<Reminder> Revived)
{
    private static readonly ReminderRole[] Deputies =
        [.. Enumerable.Range(1, Organizations.Contacts.MaxDeputies).Select(ReminderRole.Deputy)];

    public bool IsIdle => Wanted.Count == 0 && Open.Count == 0 && Stale.Count == 0;

    /// <param name="lines">The lines of the window's sending days.</param>
    public static LedgerReview Of(
        IReadOnlyCollection<StepChoice> choices, IReadOnlyDictionary<ReminderKey, Reminder> lines)
    {
        var current = choices.SelectMany(c => RolesOf(c.Audience).Select(c.Key)).ToHashSet();
        var planned = lines.Values.Where(l => l.State == ReminderState.Planned).ToLookup(l => current.Contains(l.Key));
        return new(
            [.. choices.Where(c => RolesOf(c.Audience).Any(role => !IsWritten(lines, c.Key(role))))],
            [.. planned[true]],
            [.. planned[false]],
            [.. lines.Values.Where(l => l.State == ReminderState.Cancelled && current.Contains(l.Key))]);
    }

    /// <summary>Whether the line stands and need not be claimed; a cancelled one may be armed again.</summary>
    public static bool IsWritten(IReadOnlyDictionary<ReminderKey, Reminder> lines, ReminderKey key) =>
        lines.TryGetValue(key, out var line) && line.State != ReminderState.Cancelled;

    private static ReminderRole[] RolesOf(ReminderAudience audience) => audience switch
    {
        ReminderAudience.Secretary => [ReminderRole.Secretary],
        ReminderAudience.Superior => [ReminderRole.Superior],
        ReminderAudience.Upper => [ReminderRole.Upper],
        _ => Deputies,
    };
}
