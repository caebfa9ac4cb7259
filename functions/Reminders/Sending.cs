using System.Collections.Concurrent;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>What one sending run knows.</summary>
/// <param name="Taken">What letters that already left, or may have, carry.</param>
public sealed record Sending(PartyCalendar Calendar, Addressees Addressees, LineFates Taken)
{
    /// <summary>The day whose letters this run sends.</summary>
    public DateOnly Day { get; } = Calendar.Today;

    /// <summary>Reminders whose letter was cancelled since they go to another address now.</summary>
    public ConcurrentBag<ReminderKey> Repointed { get; } = [];

    /// <summary>Why the carrier takes nothing more of this run; null while it does.</summary>
    public string? Stopped { get; private set; }

    /// <summary>Asked before every batch: a run that was held up over night must not send yesterday's letters.</summary>
    public bool MayGoOn => Stopped is null && Calendar.IsSendingTime && Calendar.Today == Day;

    /// <summary>Ends the run after the batches under way.</summary>
    public void Stop(string reason) => Stopped ??= reason;
}
