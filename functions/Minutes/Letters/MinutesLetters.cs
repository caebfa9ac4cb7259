using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Letters;

/// <summary>The letters about minutes, in the language of the store. They go only to addresses on file; without one, nothing goes.</summary>
public sealed class MinutesLetters(SendEventLetter send)
{
    /// <summary>What arrived, for which unit and period, its hash and version, and what is still missing.</summary>
    public Task ReceiptAsync(
        Organization unit, MeetingMinutes minutes, IReadOnlyList<Obligation> stillOwed, CancellationToken cancellationToken)
    {
        _ = (send, unit, minutes, stillOwed, cancellationToken);
        return Task.CompletedTask;
    }

    public Task ReturnedAsync(
        Organization unit, ObligationKey key, string comment, DateOnly dueOn, CancellationToken cancellationToken)
    {
        _ = (send, unit, key, comment, dueOn, cancellationToken);
        return Task.CompletedTask;
    }
}
