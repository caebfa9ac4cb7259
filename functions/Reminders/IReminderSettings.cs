using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>Where reminding stands in this store: few small values, each written on its own.</summary>
public interface IReminderSettings
{
    /// <summary>All of them, read together.</summary>
    Task<ReminderStanding> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Remembers from which day on steps are sent; null stops sending.</summary>
    Task ArmAsync(DateOnly? from, CancellationToken cancellationToken);

    /// <summary>Remembers <see cref="ReminderStanding.StepsSettledThrough"/>.</summary>
    Task SettleStepsAsync(DateOnly through, CancellationToken cancellationToken);

    /// <summary>Remembers <see cref="ReminderStanding.LettersSettledThrough"/>.</summary>
    Task SettleLettersAsync(DateOnly through, CancellationToken cancellationToken);

    /// <summary>Remembers <see cref="ReminderStanding.Trouble"/>.</summary>
    Task NoteTroubleAsync(CarrierTrouble trouble, CancellationToken cancellationToken);

    /// <summary>Notes that letters may reach a unit from now on that they did not reach before.</summary>
    Task NoteReaddressedAsync(OrganizationId unit, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes a note away, unless the unit was noted anew since.</summary>
    Task ForgetReaddressedAsync(ReaddressedUnit note, CancellationToken cancellationToken);
}

/// <summary>What the settings say.</summary>
/// <param name="ArmingDecided">Whether somebody ever started or stopped sending.</param>
/// <param name="ArmedFrom">The first day for which steps are sent, inclusive; null while sending is off.</param>
/// <param name="StepsSettledThrough">No line of the ledger whose sending day lies before this day is still planned, and none of those days is left to plan; null before the first planning.</param>
/// <param name="LettersSettledThrough">No letter of a day before this day is still planned or under way; null before the first sending.</param>
public sealed record ReminderStanding(
    bool ArmingDecided = false,
    DateOnly? ArmedFrom = null,
    DateOnly? StepsSettledThrough = null,
    DateOnly? LettersSettledThrough = null)
{
    /// <summary>How the carrier has failed since it last answered for a letter.</summary>
    public CarrierTrouble Trouble { get; init; } = CarrierTrouble.None;

    /// <summary>Units whose contacts were replaced and whose steps are to be looked at again.</summary>
    public IReadOnlyList<ReaddressedUnit> Readdressed { get; init; } = [];
}

/// <summary>A note of a unit whose contacts were, or were about to be, replaced.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Version">What a conditional delete compares; opaque.</param>
public sealed record ReaddressedUnit(OrganizationId Unit, DateTimeOffset At, string Version)
{
    /// <summary>How long the change that a note speaks of may still be under way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    public bool IsSettledAt(DateTimeOffset now) => now - At >= Grace;
}
