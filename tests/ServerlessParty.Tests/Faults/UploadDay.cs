using Azure.Storage.Blobs;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>A secretary hands minutes in, gets them back, hands in better ones, and these are accepted; all of it may be done again at any point.</summary>
internal static class UploadDay
{
    public static readonly Organization[] Units =
    [
        Given.Unit("province", kind: "Provincial"),
        Given.Unit("cell", "province", email: "bithu@example.org"),
    ];

    private static readonly ObligationKey Key = Given.Key("cell", "minutes.regular", "2026-11");
    private static readonly byte[] First = Papers.Pdf("Bien ban thang 11, thieu chu ky");
    private static readonly byte[] Second = Papers.Pdf("Bien ban thang 11, du chu ky");

    public static async Task RunAsync(FaultProcess process)
    {
        await process.Get<IObligations>().OpenAsync(
            [new(Key, Given.Day("2026-12-05"), Given.Day("2026-11-01"))], "test", default);
        var first = await HandInAsync(process, First);
        var versions = await process.Get<IMinutes>().VersionsAsync(Key, default);
        if (versions[0] is { Id.Version: 1 })
        {
            // Also when it was returned already: the unit may not have been told.
            Assert.Equal(first, versions[0].Id);
            await process.ActAsync(Key, new ObligationAct.Return("Thiếu chữ ký"));
        }

        await HandInAsync(process, Second);
        await process.ActAsync(Key, new ObligationAct.Acceptance());
    }

    /// <summary>Everything is there once, can be read, is found, and nothing else is left.</summary>
    public static async Task AssertAsync(FaultProcess process)
    {
        var versions = await process.Get<IMinutes>().OfAsync(Key.Organization, default);
        Assert.Equal([(2, MinutesState.Accepted), (1, MinutesState.Returned)], versions.Select(m => (m.Id.Version, m.State)));
        Assert.Equal(Second, await ReadAsync(process, versions[0]));
        Assert.Equal(First, await ReadAsync(process, versions[1]));

        var found = await process.Get<FindMinutes>().RunAsync(null, "thang 11", null, null, null, 10, default);
        Assert.Equal(
            [(1, MinutesState.Returned), (2, MinutesState.Accepted)], found.Items.Select(i => (i.Id.Version, i.State)));
        Assert.Equal(
            versions.Select(m => $"cell/{m.Sha256}").Order(StringComparer.Ordinal), await BlobsAsync(process));
        Assert.Empty(await process.Get<MinutesDebts>().AllAsync(default));

        var owed = Assert.Single(await process.Get<IObligations>().OfAsync(Key.Organization, default));
        Assert.Equal(ObligationState.Accepted, owed.State);
        var due = await process.Get<IDueIndex>().BetweenAsync(
            owed.DueOn.AddDays(-60), owed.DueOn.AddDays(60), DueStates.All, default).ToListAsync();
        Assert.Equal([owed.ToDue()], due);
    }

    private static async Task<MinutesId> HandInAsync(FaultProcess process, byte[] bytes)
    {
        await using var file = await Papers.SpoolAsync(bytes, "biên bản tháng 11.pdf");
        var outcome = await process.Get<ReceiveMinutes>().RunAsync(
            new(Key.Organization, Key.Kind, Key.Period, null, file, "unit:cell", MinutesChannel.Web), default);
        return outcome switch
        {
            ReceivedMinutes.Stored stored => stored.Minutes.Id,
            ReceivedMinutes.Duplicate duplicate => duplicate.Original,
            _ => throw new InvalidOperationException($"Refused: {outcome}."),
        };
    }

    private static async Task<byte[]> ReadAsync(FaultProcess process, MeetingMinutes minutes)
    {
        await using var content = await process.Get<IMinutes>().OpenAsync(minutes, default);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static async Task<List<string>> BlobsAsync(FaultProcess process)
    {
        BlobContainerClient container = await process.Get<Store>().MinutesBlobs;
        var names = await container.GetBlobsAsync().Select(b => b.Name).ToListAsync();
        return [.. names.Order(StringComparer.Ordinal)];
    }
}
