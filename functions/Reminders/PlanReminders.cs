using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>What a planning newly wrote.</summary>
/// <param name="Reminders">Lines of the ledger, those for the call list included.</param>
/// <param name="Letters">Letters.</param>
/// <param name="Suppressed">Steps that came during an outage or on the same day and are spoken for by a later one.</param>
public sealed record RemindersPlanned(int Reminders, int Letters, int Suppressed)
{
    public static RemindersPlanned Nothing { get; } = new(0, 0, 0);
}

/// <summary>
/// Writes the reminders of the day, then their letters. Run again it finds them written and adds only what is missing:
/// what another run left half done, or what came to be owed since.
/// </summary>
public sealed class PlanReminders(
    IReminderSettings settings, ReminderOptions options, StepReading steps,
    IReminderLedger ledger, ILetters letters, IOrganizations organizations)
{
    public async Task<RemindersPlanned> RunAsync(PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (!calendar.IsSendingTime)
        {
            return RemindersPlanned.Nothing;
        }

        var standing = await settings.ReadAsync(cancellationToken);
        if (ReminderWindow.Of(standing, options.ArmedByDefault, calendar.Today) is not { } window)
        {
            return RemindersPlanned.Nothing;
        }

        var come = await ReadAsync(window, standing, calendar, cancellationToken);
        var review = LedgerReview.Of(come.Choices, come.Lines);
        var (planned, settledThrough) = review.IsIdle
            ? (RemindersPlanned.Nothing, window.Through)
            : await PlanAsync(come, review, calendar, cancellationToken);
        if (settledThrough != standing.StepsSettledThrough)
        {
            await settings.SettleStepsAsync(settledThrough, cancellationToken);
        }

        await ForgetAsync(standing, calendar, cancellationToken);
        return planned;
    }

    private async Task<(RemindersPlanned Planned, DateOnly SettledThrough)> PlanAsync(
        ComeSteps come, LedgerReview review, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var outbox = await Outbox.ReadAsync(letters, review, calendar, cancellationToken);
        var addressees = await ReadAddresseesAsync(review, outbox, cancellationToken);
        var outcome = PlanningOutcome.Of(come, review, outbox.Fates, addressees);
        await SettleAsync(outcome.Settled, cancellationToken);
        var claimed = outcome.Claims.Count == 0
            ? []
            : await ClaimAsync(come, [.. outcome.Claims.Select(c => c.Line)], cancellationToken);
        var written = await WriteLettersAsync(outcome, claimed, outbox, addressees, calendar, cancellationToken);
        return (
            new(claimed.Count, written, outcome.SuppressedBy(claimed, come.Lines)),
            outcome.SettledThrough(calendar.Today));
    }

    /// <summary>Where contacts were replaced, days that are settled are looked at again, for those units alone.</summary>
    private async Task<ComeSteps> ReadAsync(
        ReminderWindow window, ReminderStanding standing, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (standing.Readdressed.Count == 0)
        {
            return await steps.ReadAsync(window, calendar, cancellationToken);
        }

        var all = await steps.ReadAsync(window.ForReaddressed(), calendar, cancellationToken);
        return all.Readdressed(window, standing.Readdressed.Select(n => n.Unit).ToHashSet());
    }

    /// <summary>A listed line is cancelled first, so that the claim arms it again; one that still reaches nobody stays listed.</summary>
    private async Task<IReadOnlyList<Reminder>> ClaimAsync(
        ComeSteps come, IReadOnlyList<Reminder> lines, CancellationToken cancellationToken)
    {
        var freed = lines.Where(l => l.State == ReminderState.Planned && come.Freed.Contains(l.Key)).Select(l => l.Key).ToList();
        if (freed.Count > 0)
        {
            await ledger.AdvanceAsync(freed, ReminderState.Cancelled, cancellationToken);
        }

        return await ledger.ClaimAsync(lines, cancellationToken);
    }

    private async Task ForgetAsync(ReminderStanding standing, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        foreach (var note in standing.Readdressed.Where(n => n.IsSettledAt(calendar.Now)))
        {
            await settings.ForgetReaddressedAsync(note, cancellationToken);
        }
    }

    private Task<Addressees> ReadAddresseesAsync(
        LedgerReview review, Outbox outbox, CancellationToken cancellationToken)
    {
        var wanted = review.Wanted.Select(c => (c.Item.Key.Organization, c.Audience is ReminderAudience.Superior or ReminderAudience.Upper));
        var unplanned = review.Open.Where(l => outbox.Fates[l.Key] == LineFate.None)
            .Select(l => (l.Key.Obligation.Organization, l.Key.Step.Role.IsAbove));
        return Addressees.ReadAsync(wanted.Concat(unplanned), organizations, cancellationToken);
    }

    private async Task SettleAsync(
        ILookup<ReminderState, ReminderKey> settled, CancellationToken cancellationToken)
    {
        foreach (var group in settled)
        {
            await ledger.AdvanceAsync([.. group], group.Key, cancellationToken);
        }
    }

    /// <summary>A line that another run claimed in between is left to it: it may know a newer address. If it does not finish, the next planning does.</summary>
    private async Task<int> WriteLettersAsync(
        PlanningOutcome outcome, IReadOnlyList<Reminder> claimed, Outbox outbox, Addressees addressees,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var lines = claimed.Where(l => l.State == ReminderState.Planned && outbox.Fates[l.Key] == LineFate.None)
            .Select(l => l.Key).Concat(outcome.Unplanned.Select(l => l.Key));
        var items = addressees.ItemsByAddress(lines);
        return items.Count == 0
            ? 0
            : await letters.PlanAsync(calendar.Today, items, outbox.Today, cancellationToken);
    }
}
