using Azure.Storage.Blobs;
using ServerlessParty.Classification;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>What outlives every process of a test: a store of its own on the emulator, a mail folder, and time. It is Friday 20/11/2026, 09:00.</summary>
internal sealed class FaultStore : IDisposable
{
    /// <summary>Fewer than a province has, so that every case is quick; more than one, so that a run writes to several partitions at once.</summary>
    private const int Buckets = 2;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory();

    private FaultStore(Azurite azurite)
    {
        Azurite = azurite;
        Clock.SetTo("2026-11-20T02:00:00Z");
    }

    public static DateOnly Today { get; } = new(2026, 11, 20);

    public Azurite Azurite { get; }

    public string Prefix { get; } = Azurite.UniqueName("f");

    public string DataPath => _data.FullName;

    public string MailPath => Path.Combine(_data.FullName, "mail");

    public MovableClock Clock { get; } = new();

    /// <summary>The units are there, their campaign is ready to be opened, and sending is armed from today on.</summary>
    public static async Task<FaultStore> CreateAsync(IReadOnlyCollection<Organization> units, params CampaignStep[] steps)
    {
        var store = new FaultStore(await Azurite.SharedAsync());
        var settings = new TableServiceClient(store.Azurite.ConnectionString).GetTableClient(store.Prefix + "Settings");
        await settings.CreateIfNotExistsAsync();
        await settings.AddEntityAsync(new TableEntity("store", "format") { ["Version"] = 1, ["Buckets"] = Buckets });
        await MakeKeyAsync(store);
        using var process = store.Start();
        await process.Get<IOrganizations>().SaveAllAsync(units, "test", default);
        var put = await process.Get<PutCampaign>().RunAsync(CampaignsOf.Year2026(steps), "test", default);
        Assert.IsType<CampaignOutcome.Saved>(put);
        await process.Get<IReminderSettings>().ArmAsync(Today, default);
        return store;
    }

    /// <summary>A process that dies at the cut, where there is one.</summary>
    public FaultProcess Start(
        FaultCut? cut = null, int runCap = ReminderOptions.DefaultRunCap, SendGridStub? carrier = null) =>
        new(this, cut ?? FaultCut.Never, runCap, carrier);

    public void Dispose() => _data.Delete(recursive: true);

    // The buckets of letters follow from the store's secret: with the same secret every case has the same writes.
    private static async Task MakeKeyAsync(FaultStore store)
    {
        var container = new BlobContainerClient(store.Azurite.ConnectionString, store.Prefix + "keys");
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient("master").UploadAsync(BinaryData.FromBytes(new byte[32]));
    }
}
