using System.Collections.Concurrent;
using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>What one sending run knows.</summary>
/// <param name="Taken">What letters that already left, or may have, carry.</param>
/// <param name="Before">How the carrier had failed before this run.</param>
public sealed record Sending(PartyCalendar Calendar, Addressees Addressees, LineFates Taken, CarrierTrouble Before)
{
    private readonly Lock _gate = new();

    /// <summary>The day whose letters this run sends.</summary>
    public DateOnly Day { get; } = Calendar.Today;

    /// <summary>Reminders whose letter was cancelled since they go to another address now.</summary>
    public ConcurrentBag<ReminderKey> Repointed { get; } = [];

    /// <summary>How the carrier has failed up to now.</summary>
    public CarrierTrouble Trouble { get; private set; } = Before;

    /// <summary>Why the carrier takes nothing more of this run; null while it does.</summary>
    public string? Stopped { get; private set; }

    /// <summary>Asked before every batch: a run that was held up over night must not send yesterday's letters.</summary>
    public bool MayGoOn => Stopped is null && Calendar.IsSendingTime && Calendar.Today == Day;

    /// <summary>Draws the conclusion from a call: the run ends, after the batches under way, where a further call would fare no better.</summary>
    /// <returns>Whether this call ended it.</returns>
    public bool Note(IReadOnlyCollection<HandOver> answers)
    {
        lock (_gate)
        {
            var ran = Stopped is null;
            Trouble = Trouble.After(answers, Calendar.Now);
            Stopped ??= answers.OfType<HandOver.NotSent>().FirstOrDefault(a => a.StopsRun)?.Problem ?? PauseOf(Trouble);
            return ran && Stopped is not null;
        }
    }

    /// <summary>Why a run does nothing during a pause; null while there is none.</summary>
    public static string? PauseOf(CarrierTrouble trouble) => trouble.PausedUntil is { } until
        ? string.Create(CultureInfo.InvariantCulture, $"The carrier failed {trouble.Failures} times in a row; sending pauses until {until:u}.")
        : null;
}
