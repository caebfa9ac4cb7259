namespace ServerlessParty.Web;

/// <summary>Tells how letters stand to who watches from outside. None of it makes the product unhealthy: starting it anew would not help.</summary>
public interface ISendingHealth
{
    Task<SendingHealth> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="State"><c>Running</c>, <c>Paused</c> after failures in a row, or <c>Stopped</c> where the carrier refuses the sender; pages name the reason.</param>
/// <param name="PausedUntil">When a single letter is tried; null while there is no pause.</param>
/// <param name="Uncertain">Letters of the last 30 days of which nobody knows whether they left.</param>
/// <param name="Failed">Letters of the last 30 days that certainly did not leave and wait for a person.</param>
public sealed record SendingHealth(
    string State,
    DateTimeOffset? PausedUntil,
    int Uncertain,
    int Failed);
