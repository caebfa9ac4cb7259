using ServerlessParty.Obligations;

namespace ServerlessParty.Reminders;

/// <summary>The ledger of reminder steps: at most one line per obligation, due day, step and role (I1).</summary>
public interface IReminderLedger
{
    /// <summary>Lines whose due day lies between the first two days (inclusive) and whose sending day is <paramref name="sendOnFrom"/> or later.</summary>
    IAsyncEnumerable<Reminder> BetweenAsync(
        DateOnly firstDue, DateOnly lastDue, DateOnly sendOnFrom, CancellationToken cancellationToken);

    /// <summary>Inserts lines that are absent and re-arms (to the given state) ones that are <c>Cancelled</c>; others stay.</summary>
    /// <returns>The lines this call wrote.</returns>
    Task<IReadOnlyList<Reminder>> ClaimAsync(
        IReadOnlyCollection<Reminder> reminders, CancellationToken cancellationToken);

    /// <summary>
    /// Moves <c>Planned</c> or <c>Listed</c> lines on; lines already <c>Sent</c> or absent stay. A <c>Cancelled</c> line
    /// only becomes <c>Sent</c>: its letter was under way when the due day moved, and the step must not go out again.
    /// </summary>
    Task AdvanceAsync(IReadOnlyCollection<ReminderKey> keys, ReminderState state, CancellationToken cancellationToken);

    /// <summary>Puts lines on the call list whose letter came back, those already <c>Sent</c> too; cancelled ones stay.</summary>
    Task ListAsync(IReadOnlyCollection<ReminderKey> keys, CancellationToken cancellationToken);

    /// <summary>Cancels what is planned or listed, not sent, for one due day of one obligation (I6).</summary>
    Task CancelAsync(ObligationKey obligation, DateOnly dueOn, CancellationToken cancellationToken);
}
