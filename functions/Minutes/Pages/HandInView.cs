using ServerlessParty.Minutes.Forms;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Pages;

/// <summary>What the page on which minutes are handed in knows.</summary>
/// <param name="Obligation">What they answer; null when it was never opened.</param>
/// <param name="Before">The form as it was filled in the last time, to be filled in further; null for none.</param>
public sealed record HandInView(
    Organization Unit, ObligationKey Key, Obligation? Obligation, MinutesForm? Before, DateOnly Today)
{
    /// <summary>Whether a file may come now: not when what is there was accepted, or nothing is owed.</summary>
    public bool IsOpen => Obligation is null
        or { State: ObligationState.Open or ObligationState.Returned or ObligationState.Submitted };
}

/// <summary>Reads what the page on which minutes are handed in knows.</summary>
public sealed class HandInReading(
    IOrganizations organizations, IObligations obligations, IMinutes minutes, PartyCalendar calendar)
{
    /// <returns>Null when there is no such unit, or no such meeting.</returns>
    public async Task<HandInView?> RunAsync(
        OrganizationId id, string kindText, string periodText, CancellationToken cancellationToken)
    {
        if (!ObligationKind.TryParse(kindText, out var kind) || !Period.TryParse(periodText, out var period)
            || MinutesPeriod.Of(kind, period) is null
            || await organizations.FindAsync(id, cancellationToken) is not { } unit)
        {
            return null;
        }

        var key = new ObligationKey(unit.Id, kind, period);
        var obligation = await obligations.FindAsync(key, cancellationToken);
        var versions = obligation is { State: ObligationState.Submitted or ObligationState.Returned }
            ? await minutes.VersionsAsync(key, cancellationToken)
            : [];
        return new(unit, key, obligation, versions is [var newest, ..] ? newest.Form : null, calendar.Today);
    }
}
