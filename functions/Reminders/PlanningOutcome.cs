namespace ServerlessParty.Reminders;

/// <summary>A line to write, and the choice that asks for it.</summary>
internal sealed record ReminderClaim(Reminder Line, StepChoice Choice);

/// <summary>What one planning is to write, decided from what it read.</summary>
/// <param name="Claims">Lines that are absent, or cancelled and wanted again.</param>
/// <param name="Unplanned">Planned lines that no letter holds.</param>
/// <param name="Waiting">Planned lines that a letter holds and that stay as they are.</param>
/// <param name="Settled">Planned lines that have come to their end.</param>
internal sealed record PlanningOutcome(
    IReadOnlyList<ReminderClaim> Claims,
    IReadOnlyList<Reminder> Unplanned,
    IReadOnlyList<Reminder> Waiting,
    ILookup<ReminderState, ReminderKey> Settled)
{
    public static PlanningOutcome Of(ComeSteps come, LedgerReview review, LineFates fates, Addressees addressees)
    {
        var open = review.Open.Select(line => (line, State: StateOf(line, true, fates, addressees)));
        var stale = review.Stale.Select(line => (line, State: StateOf(line, false, fates, addressees)));
        var planned = open.Concat(stale).ToLookup(l => l.State);
        var stays = planned[ReminderState.Planned].Select(l => l.line).ToLookup(l => fates[l.Key]);
        return new(
            [.. review.Wanted.SelectMany(choice => ClaimsOf(choice, come, fates, addressees))],
            [.. stays[LineFate.None]],
            [.. stays[LineFate.Waiting]],
            planned.Where(g => g.Key != ReminderState.Planned)
                .SelectMany(g => g).ToLookup(l => l.State, l => l.line.Key));
    }

    /// <summary>The first day of which a line stays planned after this planning; today when there is none.</summary>
    public DateOnly SettledThrough(DateOnly today) =>
        Claims.Where(c => c.Line.State == ReminderState.Planned).Select(c => c.Line.SendOn)
            .Concat(Unplanned.Concat(Waiting).Select(l => l.SendOn))
            .Append(today)
            .Min();

    /// <summary>How many steps the claimed lines speak for that were never written themselves.</summary>
    public int SuppressedBy(
        IReadOnlyList<Reminder> claimed, IReadOnlyDictionary<ReminderKey, Reminder> lines)
    {
        var written = claimed.Select(l => l.Key).ToHashSet();
        return Claims.Where(c => written.Contains(c.Line.Key))
            .Sum(c => c.Choice.Earlier.Count(o => !lines.ContainsKey(c.Choice.Key(o, c.Line.Key.Step.Role))));
    }

    /// <summary>A cancelled line that a letter already carried away is not armed again.</summary>
    private static IEnumerable<ReminderClaim> ClaimsOf(
        StepChoice choice, ComeSteps come, LineFates fates, Addressees addressees) =>
        from role in addressees.Roles(choice)
        let key = choice.Key(role)
        where !LedgerReview.IsWritten(come.Lines, key) && fates[key] is LineFate.None or LineFate.Waiting
        select new ReminderClaim(new(key, choice.SendOn, addressees.Placing(key)), choice);

    private static ReminderState StateOf(Reminder line, bool isWanted, LineFates fates, Addressees addressees) =>
        fates[line.Key] switch
        {
            LineFate.Gone => ReminderState.Sent,
            LineFate.Undelivered => ReminderState.Listed,
            LineFate.Waiting => ReminderState.Planned,
            _ => isWanted ? addressees.Placing(line.Key) : ReminderState.Cancelled,
        };
}
