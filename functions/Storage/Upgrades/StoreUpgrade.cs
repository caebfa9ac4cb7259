namespace ServerlessParty.Storage.Upgrades;

/// <summary>One change that stores of an older version need, done once, in order.</summary>
/// <param name="Number">1, 2, …; never used again for anything else.</param>
/// <param name="RaisesVersionTo">
/// The schema version that an executable must know from then on: nobody uses the store until the change is made, and older
/// executables never again. Null: readers of both versions understand the store before and after, so that it is used meanwhile
/// and an older executable may still be put back.
/// </param>
/// <param name="RunAsync">Does it; may be cut off anywhere and goes on behind the last cursor that was kept.</param>
internal sealed record StoreUpgrade(int Number, int? RaisesVersionTo, UpgradeWork RunAsync)
{
    /// <summary>All there are, in order.</summary>
    public static IReadOnlyList<StoreUpgrade> All { get; } =
    [
        // Before minutes could be found there was no projection, and nothing made one for dossiers that had them.
        new(1, RaisesVersionTo: null, (work, cancellationToken) =>
            MinutesRebuild.Over(work.Store, work.Time).RunAsync(work.After, work.KeepAsync, cancellationToken)),
    ];
}

/// <summary>Does an upgrade's work from <see cref="UpgradeScope.After"/> on.</summary>
internal delegate Task UpgradeWork(UpgradeScope work, CancellationToken cancellationToken);

/// <param name="Store">Open to the upgrade though nobody else may use it.</param>
/// <param name="After">Where an earlier run stopped; empty at the beginning.</param>
/// <param name="KeepAsync">Keeps how far the work is.</param>
internal sealed record UpgradeScope(
    Store Store, TimeProvider Time, string After, Func<string, CancellationToken, Task> KeepAsync);

/// <summary>What this executable knows of stores.</summary>
internal sealed record StoreSchema(IReadOnlyList<StoreUpgrade> Upgrades)
{
    /// <summary>Of stores before there were upgrades.</summary>
    public const int FirstVersion = 1;

    public static StoreSchema Current { get; } = new(StoreUpgrade.All);

    /// <summary>The newest version that this executable reads and writes.</summary>
    public int Version => Upgrades.Select(u => u.RaisesVersionTo).Max() ?? FirstVersion;

    /// <summary>The last upgrade there is; 0 for none.</summary>
    public int Last => Upgrades.Select(u => u.Number).DefaultIfEmpty().Max();

    /// <summary>The upgrade up to which a store must be before anybody uses it.</summary>
    public int Required => Upgrades.Where(u => u.RaisesVersionTo is not null).Select(u => u.Number).DefaultIfEmpty().Max();
}
