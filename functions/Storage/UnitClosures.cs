using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Closes a unit and withdraws what it still owes, in one transaction; the projections follow.</summary>
internal sealed class UnitClosures(DossierTable dossiers, DueTable due, OrganizationPending pending)
{
    public async Task<Organization?> RunAsync(
        OrganizationId id, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken)
    {
        Organization? after = null;
        List<Obligation> withdrawn = [];
        DossierWrite? Decide(DossierRows rows)
        {
            var unit = rows[Keys.Unit] is { } row ? OrganizationRow.Unit(row) : null;
            var change = unit is null ? null : decide(unit);
            after = change?.After ?? unit;
            withdrawn = change is null ? [] : [.. Owed(rows).Select(o => o with { State = ObligationState.Withdrawn })];
            return change is null
                ? null
                : new([OrganizationRow.Of(change.After, id.Key, Keys.Unit), .. withdrawn.Select(ObligationRow.Of)], change.Note);
        }

        await pending.FollowedAsync(
            id,
            async token =>
            {
                var sequence = await dossiers.ChangeAsync(id.Key, read => ReadAsync(id, read), Decide, token);
                foreach (var obligation in withdrawn)
                {
                    await due.SettleAsync(obligation.ToDue(), sequence ?? 0, token);
                }

                return sequence is not null;
            },
            cancellationToken);
        return after;
    }

    private async Task<DossierRows> ReadAsync(OrganizationId id, CancellationToken cancellationToken)
    {
        var rows = await dossiers.ReadAsync(id.Key, [Keys.Unit], cancellationToken);
        var obligations = await dossiers.RangeAsync(id.Key, Keys.Obligations, cancellationToken);
        return rows with { ByKey = rows.ByKey.Values.Concat(obligations).ToDictionary(r => r.RowKey) };
    }

    private static IEnumerable<Obligation> Owed(DossierRows rows) => rows.ByKey.Values
        .Where(r => r.RowKey.StartsWith(Keys.Obligations, StringComparison.Ordinal))
        .Select(ObligationRow.Obligation)
        .Where(o => o.IsReminded);
}
