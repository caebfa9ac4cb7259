using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders.Letters;

namespace ServerlessParty.Hosting;

/// <summary>How many letters of the last 30 days wait for a person, counted once a minute at most, however many ask.</summary>
internal sealed class UnsettledCount(ILetters letters, PartyCalendar calendar)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private (Task<UnsettledLetters> Count, DateTimeOffset At)? _known;

    public Task<UnsettledLetters> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = calendar.Now;
            if (_known is not { } known || known.Count.IsFaulted || now < known.At || now - known.At >= Freshness)
            {
                // Of nobody's request: who goes away takes the count from no other.
                _known = known = (letters.CountUnsettledAsync(calendar.Today.AddDays(1 - LetterQuery.DaysUnsettled), CancellationToken.None), now);
            }

            return known.Count.WaitAsync(cancellationToken);
        }
    }
}
