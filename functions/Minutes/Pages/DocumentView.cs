using ServerlessParty.Audit;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Pages;

/// <summary>All that the page of one version of minutes shows.</summary>
/// <param name="Path">The units above its own that the reader may see, from the top down.</param>
/// <param name="Owed">What the unit still owes, late first.</param>
/// <param name="Versions">All versions of the period, the newest first, this one among them.</param>
/// <param name="Shared">Where else the very same bytes are.</param>
/// <param name="SharedUnits">The units of <see cref="SharedBytes.Seen"/>.</param>
/// <param name="History">The trail of the period, newest first.</param>
public sealed record DocumentView(
    MeetingMinutes Minutes,
    Organization Unit,
    IReadOnlyList<Organization> Path,
    Obligation? Obligation,
    IReadOnlyList<Obligation> Owed,
    IReadOnlyList<MeetingMinutes> Versions,
    SharedBytes Shared,
    IReadOnlyDictionary<OrganizationId, Organization> SharedUnits,
    IReadOnlyList<AuditEntry> History)
{
    public bool IsNewest => Versions is [] || Versions[0].Id == Minutes.Id;

    /// <summary>Whether it waits for somebody to accept or return it.</summary>
    public bool IsToJudge => IsNewest && Obligation is { State: ObligationState.Submitted };
}

/// <summary>Reads what the page of one version of minutes shows.</summary>
public sealed class DocumentReading(
    IMinutes minutes,
    IOrganizations organizations,
    IObligations obligations,
    FindSharedBytes shared,
    UnitTrail trail,
    BoardPath path)
{
    /// <param name="scope">The highest unit the reader may see; null: all.</param>
    /// <returns>Null when there are no such minutes.</returns>
    public async Task<DocumentView?> RunAsync(string id, OrganizationId? scope, CancellationToken cancellationToken)
    {
        if (!MinutesId.TryParse(id, out var wanted)
            || await minutes.FindAsync(wanted, cancellationToken) is not { Id.Key: var key } found
            || await organizations.FindAsync(key.Organization, cancellationToken) is not { } unit)
        {
            return null;
        }

        var all = await obligations.OfAsync(unit.Id, cancellationToken);
        var elsewhere = await shared.RunAsync(found, scope, cancellationToken);
        return new(
            found,
            unit,
            await path.RunAsync(unit.Id, scope, cancellationToken),
            all.FirstOrDefault(o => o.Key == key),
            [.. all.Where(o => o.IsReminded).OrderBy(o => o.DueOn)],
            await minutes.VersionsAsync(key, cancellationToken),
            elsewhere,
            await organizations.FindManyAsync([.. elsewhere.Seen.Select(s => s.Key.Organization)], cancellationToken),
            [.. UnitTrail.About(key, await trail.RunAsync(unit.Id, cancellationToken))]);
    }
}
