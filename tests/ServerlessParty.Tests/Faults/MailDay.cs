using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Mail.Inbound;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>A secretary mails the minutes of a month and of a quarter; the carrier delivers until it is told that the mail is kept.</summary>
internal static class MailDay
{
    public static readonly Organization[] Units =
    [
        Given.Unit("province", kind: "Provincial"),
        Given.Unit("cell", "province", email: "bithu@example.org"),
    ];

    private static readonly byte[] Month = Papers.Pdf("Bien ban thang 11");
    private static readonly byte[] Quarter = Papers.Pdf("Bien ban chuyen de quy 4");

    public static async Task RunAsync(FaultProcess process)
    {
        await using var post = await Posts.Parsed("Nop bien ban", from: "bithu@example.org")
            .WithFile(Month, "bien ban thang 11-2026.pdf")
            .WithFile(Quarter, "sinh hoat chuyen de quy 4-2026.pdf")
            .SpoolAsync();
        await process.Get<ReceiveMail>().RunAsync(post, default);
        if (process.Line.IsDead)
        {
            // Filing that fails is no failure of the delivery, whoever died.
            throw new LineCutException();
        }
    }

    public static async Task EndAsync(FaultStore store, FaultProcess process)
    {
        store.Clock.Advance(TimeSpan.FromMinutes(10));
        await process.Get<FileMail>().RunAsync(default);
        await EveryCutUploadTests.HeldLettersAsync(store, process, 2);
        var mail = Assert.Single((await process.Get<IIntake>().PageAsync(IntakeState.Filed, null, 10, default)).Items);
        Assert.Equal(
            ["cell_minutes.regular_2026-11_1", "cell_minutes.thematic_2026-Q4_1"], mail.Outcome.Documents.Order(StringComparer.Ordinal));
        Assert.Empty(mail.Outcome.Refusals);
        Assert.Empty(await process.Get<IIntake>().UnfinishedAsync(default).ToListAsync());

        store.Clock.SetTo("2099-01-01T02:00:00Z");
        await process.Get<FinishMinutes>().RunAsync(default);
        var stored = await process.Get<IMinutes>().OfAsync(Given.Id("cell"), default);
        Assert.Equal(mail.Outcome.Documents.Order(StringComparer.Ordinal), stored.Select(m => m.Id.ToString()).Order(StringComparer.Ordinal));
        Assert.Empty(await process.Get<MinutesDebts>().AllAsync(default));
        var minutes = await (await process.Get<Store>().MinutesBlobs).GetBlobsAsync().CountAsync();
        var raw = await (await process.Get<Store>().Intakes).GetBlobsAsync().CountAsync();
        Assert.Equal((2, 1), (minutes, raw));
    }
}
