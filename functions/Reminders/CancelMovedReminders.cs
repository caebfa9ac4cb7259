using ServerlessParty.Obligations;

namespace ServerlessParty.Reminders;

/// <summary>Takes back what is not sent yet for a due day that no longer counts (I6). Letters that hold it leave it out when they are sent.</summary>
public sealed class CancelMovedReminders(IReminderLedger ledger) : IDueDayWatch
{
    public Task MovedAsync(ObligationKey key, DateOnly oldDueOn, CancellationToken cancellationToken) =>
        ledger.CancelAsync(key, oldDueOn, cancellationToken);
}
