using ServerlessParty.Minutes;
using ServerlessParty.Organizations;
using ServerlessParty.Storage.Blobs;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

/// <summary>What an upload that was cut off leaves, and what becomes of it.</summary>
public sealed class MinutesOrphansTests
{
    private static readonly OrganizationId Unit = Given.Id("c1");

    [Fact]
    public async Task Bytes_without_a_row_go_once_they_are_a_day_old()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await using var file = await CutOffAsync(scene);
        await ToAsync(scene, file, TimeSpan.FromHours(23));
        Assert.Equal(new FinishedMinutes(0, 0), await scene.Index.FinishAsync(default));
        Assert.True(await BlobsOf(scene).ExistsAsync(Unit, file.Sha256, default));

        await ToAsync(scene, file, TimeSpan.FromHours(25));

        Assert.Equal(new FinishedMinutes(0, 1), await scene.Index.FinishAsync(default));
        Assert.False(await BlobsOf(scene).ExistsAsync(Unit, file.Sha256, default));
        Assert.Equal(new FinishedMinutes(0, 0), await scene.Index.FinishAsync(default));
    }

    [Fact]
    public async Task Bytes_that_somebody_handed_in_again_stay()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await using var file = await CutOffAsync(scene);

        var stored = Assert.IsType<StoredMinutes.Done>(await scene.StoreAsync("c1", file)).Minutes;
        await ToAsync(scene, file, TimeSpan.FromHours(49));
        await scene.Index.FinishAsync(default);

        Assert.Equal("orphan", await scene.ReadAsync(stored));
    }

    [Fact]
    public async Task Bytes_judged_old_and_then_wanted_again_are_not_removed()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await using var file = await CutOffAsync(scene);
        await ToAsync(scene, file, TimeSpan.FromHours(25));
        var judged = await BlobsOf(scene).FindAsync(Unit, file.Sha256, default);

        Assert.True(judged!.IsOld);
        Assert.True(await BlobsOf(scene).KeepAsync(Unit, file.Sha256, file.Rewind(), "application/pdf", default));

        Assert.False(await BlobsOf(scene).TryRemoveAsync(Unit, file.Sha256, judged.Version, default));
    }

    [Fact]
    public async Task Bytes_removed_while_they_were_handed_in_again_are_kept_anew()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await using var file = await CutOffAsync(scene);
        var remove = new RemovingTransport(file.Sha256);
        using var other = await scene.Store.AgainAsync(remove);
        remove.Remove = () => RemoveAsync(scene, file);

        using var uploading = new StoredMinutesScene(other);
        var stored = Assert.IsType<StoredMinutes.Done>(await uploading.StoreAsync("c1", file)).Minutes;

        Assert.Equal(1, remove.Removals);
        Assert.Equal("orphan", await scene.ReadAsync(stored));
    }

    private static MinutesBlobs BlobsOf(StoredMinutesScene scene) => scene.Store.Get<MinutesBlobs>();

    /// <summary>The line is cut right after the bytes: the second write, behind the note.</summary>
    private static async Task<SpooledFile> CutOffAsync(StoredMinutesScene scene)
    {
        var file = await Papers.SpoolAsync("orphan");
        using var line = new CuttingTransport();
        using var dying = new StoredMinutesScene(await scene.Store.AgainAsync(line));
        await dying.Minutes.OfAsync(Unit, default);
        await dying.Index.FindAsync(new(), null, 1, default);
        await dying.Store.Get<MinutesBlobs>().ExistsAsync(Unit, file.Sha256, default);
        line.Reset();
        line.CutAt = 3;
        await Assert.ThrowsAsync<LineCutException>(() => dying.StoreAsync("c1", file));
        Assert.Empty(await scene.Minutes.OfAsync(Unit, default));
        Assert.True(await BlobsOf(scene).ExistsAsync(Unit, file.Sha256, default));
        return file;
    }

    private static async Task RemoveAsync(StoredMinutesScene scene, SpooledFile file)
    {
        var kept = await BlobsOf(scene).FindAsync(Unit, file.Sha256, default);
        Assert.True(await BlobsOf(scene).TryRemoveAsync(Unit, file.Sha256, kept!.Version, default));
    }

    /// <summary>Stands the clock so long behind the bytes, which carry the real time.</summary>
    private static async Task ToAsync(StoredMinutesScene scene, SpooledFile file, TimeSpan age)
    {
        var container = await scene.Store.Get<ServerlessParty.Storage.Store>().MinutesBlobs;
        var found = await container.GetBlobClient($"c1/{file.Sha256}").GetPropertiesAsync();
        scene.Store.Clock.SetTo((found.Value.LastModified + age).ToString("O"));
    }
}
