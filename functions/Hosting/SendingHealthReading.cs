using ServerlessParty.Reminders;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

/// <summary>Reads how letters stand, for who watches the product from outside.</summary>
internal sealed class SendingHealthReading(IReminderSettings settings, UnsettledCount count) : ISendingHealth
{
    public async Task<SendingHealth> ReadAsync(CancellationToken cancellationToken)
    {
        var trouble = (await settings.ReadAsync(cancellationToken)).Trouble;
        var unsettled = await count.GetAsync(cancellationToken);
        return new(StateOf(trouble), trouble.PausedUntil, unsettled.Uncertain, unsettled.Failed);
    }

    private static string StateOf(CarrierTrouble trouble) => trouble switch
    {
        { Reason: not null } => "Stopped",
        { PausedUntil: not null } => "Paused",
        _ => "Running",
    };
}
