using Azure.Storage.Blobs;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Storage;
using ServerlessParty.Storage.Blobs;
using ServerlessParty.Storage.Upgrades;
using ServerlessParty.Tests.Support;
using ServerlessParty.Web;

namespace ServerlessParty.Tests.Storage.Upgrades;

/// <summary>A change that older executables do not understand, which there has been none of yet.</summary>
public sealed class StoreSchemaTests
{
    private int _runs;
    private bool _fails;

    [Fact]
    public async Task Nobody_uses_a_store_before_its_format_was_changed_and_an_older_executable_never_again()
    {
        var prefix = Azurite.UniqueName("u");
        await FirstSchemaStore.WriteAsync(prefix, "c1");
        var (store, older) = (await OpenAsync(prefix, new([Change])), await OpenAsync(prefix, new([])));
        await older.Dossiers;

        var waiting = await Assert.ThrowsAsync<UnavailableException>(() => store.Dossiers);
        await Upgrade(store).RunAsync(default);
        await store.Dossiers;

        Assert.Equal("store.upgrading", waiting.Code);
        var refused = await Assert.ThrowsAsync<UnavailableException>(async () => await (await OpenAsync(prefix, new([]))).Dossiers);
        Assert.Equal("store.newer", refused.Code);
    }

    [Fact]
    public async Task A_change_that_broke_off_keeps_older_executables_out_and_is_made_by_the_next()
    {
        var prefix = Azurite.UniqueName("u");
        await FirstSchemaStore.WriteAsync(prefix, "c1");
        _fails = true;
        await Assert.ThrowsAsync<CutOffException>(async () => await Upgrade(await OpenAsync(prefix, new([Change]))).RunAsync(default));
        _fails = false;

        var older = await Assert.ThrowsAsync<UnavailableException>(async () => await (await OpenAsync(prefix, new([]))).Dossiers);
        var store = await OpenAsync(prefix, new([Change]));
        await Upgrade(store).RunAsync(default);

        Assert.Equal(("store.newer", 2), (older.Code, _runs));
        Assert.Equal((7, 1, ""), ((await store.FormatAsync()).Version, (await store.FormatAsync()).Upgraded, (await store.FormatAsync()).Cursor));
    }

    [Fact]
    public async Task Of_many_instances_that_start_at_once_one_makes_the_change()
    {
        var prefix = Azurite.UniqueName("u");
        await FirstSchemaStore.WriteAsync(prefix, "c1");
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync(prefix, new([Change]))));

        await Task.WhenAll(stores.Select(store => Upgrade(store).RunAsync(default)));

        Assert.Equal(1, _runs);
    }

    private StoreUpgrade Change => new(1, RaisesVersionTo: 7, async (work, cancellationToken) =>
    {
        Interlocked.Increment(ref _runs);
        await work.KeepAsync("half", cancellationToken);
        // The store is open to the upgrade itself.
        await work.Store.Dossiers;
        if (_fails)
        {
            throw new CutOffException();
        }
    });

    private static UpgradeStore Upgrade(Store store)
    {
        IRunLeases leases = new BlobLeases(store, TimeProvider.System);
        return new(store, leases, TimeProvider.System);
    }

    private static async Task<Store> OpenAsync(string prefix, StoreSchema schema)
    {
        var azurite = await Azurite.SharedAsync();
        return new(
            new TableServiceClient(azurite.ConnectionString), new BlobServiceClient(azurite.ConnectionString), prefix, schema);
    }
}
