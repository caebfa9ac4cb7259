using ServerlessParty.Hosting.Timers;

namespace ServerlessParty.Storage.Upgrades;

/// <summary>How an upgrade of the store ended.</summary>
internal enum UpgradeEnding
{
    /// <summary>The store is as this executable wants it.</summary>
    Complete,

    /// <summary>Another process is at it.</summary>
    Busy,
}

/// <summary>Brings the store to what this executable wants: every step once and in order, by one process at a time, from where the last one stopped.</summary>
internal sealed class UpgradeStore(Store store, IRunLeases leases, TimeProvider time)
{
    public const string Lease = "Upgrade";

    /// <summary>Costs no request where the store is known to be up to date.</summary>
    public async Task<UpgradeEnding> RunAsync(CancellationToken cancellationToken)
    {
        var known = await store.FormatAsync().WaitAsync(cancellationToken);
        if (known.Upgraded >= store.Schema.Last && known.Places >= Store.Places)
        {
            return UpgradeEnding.Complete;
        }

        await using var lease = await leases.TryTakeAsync(Lease, cancellationToken);
        if (lease is null)
        {
            return UpgradeEnding.Busy;
        }

        using var limits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        await RunStepsAsync(limits.Token);
        store.ForgetFormat();
        return UpgradeEnding.Complete;
    }

    private async Task RunStepsAsync(CancellationToken cancellationToken)
    {
        var open = store.OpenToUpgrades();
        var format = await StoreFormat.ReadAsync(open, cancellationToken);
        format.RefuseNewer(store.Schema);
        foreach (var step in store.Schema.Upgrades.Where(u => u.Number > format.Upgraded).OrderBy(u => u.Number))
        {
            if (step.RaisesVersionTo > format.Version)
            {
                // Before the first change: from here on an older executable must not touch the store.
                format = await (format with { Version = step.RaisesVersionTo.Value }).WriteAsync(open, cancellationToken);
            }

            await step.RunAsync(
                new(open, time, format.Cursor, async (cursor, token) =>
                    format = await (format with { Cursor = cursor }).WriteAsync(open, token)),
                cancellationToken);
            format = await (format with { Upgraded = step.Number, Cursor = "" }).WriteAsync(open, cancellationToken);
        }

        if (format.Places < Store.Places)
        {
            await open.MakePlacesAsync(cancellationToken);
            await (format with { Places = Store.Places }).WriteAsync(open, cancellationToken);
        }
    }
}
