using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Obligations in their units' dossiers, and the order of writes that keeps the projection by due day from saying too little.</summary>
internal sealed class ObligationTable(
    DossierTable dossiers, DueTable due, ObligationOpenings openings, UnitClosures closures,
    MinutesDebts debts, MinutesProjection projection) : IObligations
{
    public async Task<Obligation?> FindAsync(ObligationKey key, CancellationToken cancellationToken) =>
        await dossiers.FindAsync(key.Organization.Key, Keys.Obligation(key.Kind, key.Period), cancellationToken) is { } row
            ? ObligationRow.Obligation(row)
            : null;

    public async Task<IReadOnlyList<Obligation>> OfAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var rows = await dossiers.RangeAsync(organization.Key, Keys.Obligations, cancellationToken);
        return [.. rows.Select(ObligationRow.Obligation)];
    }

    public Task<int> OpenAsync(
        IReadOnlyCollection<Obligation> wanted, string actor, CancellationToken cancellationToken) =>
        openings.RunAsync(wanted, actor, cancellationToken);

    public async Task<ObligationOutcome> ChangeAsync(
        ObligationKey key, Func<Obligation, ObligationOutcome> decide, string actor, CancellationToken cancellationToken)
    {
        var change = new ObligationChange(key, decide, actor);
        var sequence = await dossiers.ChangeAsync(
            key.Organization.Key,
            async token => await ReadAsync(change, token),
            change.Decide,
            cancellationToken);
        if (change.Before is { } before)
        {
            await FollowAsync(before, change, sequence ?? change.Known, cancellationToken);
        }

        await FollowMinutesAsync(change, cancellationToken);
        return change.Outcome;
    }

    public Task<Organization?> CloseUnitAsync(
        OrganizationId organization, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken) =>
        closures.RunAsync(organization, decide, cancellationToken);

    // What will be reminded by a new or reopened line is announced before the dossier says so.
    private async Task<DossierRows> ReadAsync(ObligationChange change, CancellationToken cancellationToken)
    {
        var unit = change.Key.Organization.Key;
        // The versions before the head, so that one that comes in between is met as a conflict.
        change.Versions = change.IsForMinutes
            ? await dossiers.RangeAsync(unit, Keys.MinutesOf(change.Key.Kind, change.Key.Period), cancellationToken)
            : [];
        var rows = await dossiers.ReadAsync(unit, [change.Row], cancellationToken);
        if (change.Foresee(rows) is { } announced)
        {
            await due.SettleAsync(announced, rows.NextSequence, cancellationToken);
        }

        if (change.Judged is not null)
        {
            change.Debt = await debts.OweAsync(change.Key, sha256: null, cancellationToken);
        }

        return rows with
        {
            ByKey = rows.ByKey.Values.Concat(change.Versions).ToDictionary(r => r.RowKey),
        };
    }

    private async Task FollowMinutesAsync(ObligationChange change, CancellationToken cancellationToken)
    {
        if (change is { Judged: { } judged, Debt: { } debt })
        {
            // All versions: the note may be one that a crash left for an older one.
            await projection.MoveAsync(change.AllJudged(judged), cancellationToken);
            await debts.PaidAsync(debt, cancellationToken);
        }
    }

    private async Task FollowAsync(
        Obligation before, ObligationChange change, int sequence, CancellationToken cancellationToken)
    {
        var after = change.After ?? before;
        if (change.Announced is null || change.Announced != after.ToDue())
        {
            await due.SettleAsync(after.ToDue(), sequence, cancellationToken);
        }

        foreach (var gone in change.AllAnnounced.Append(before.ToDue()).Where(d => d.DueOn != after.DueOn).Distinct())
        {
            await due.RemoveAsync(gone, sequence, cancellationToken);
        }
    }
}
