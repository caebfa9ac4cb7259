namespace ServerlessParty.Reminders;

/// <summary>The rules in force: those somebody set for this store, or the shipped ones.</summary>
public interface IReminderRules
{
    Task<ReminderRules> ReadAsync(CancellationToken cancellationToken);
}
