using ServerlessParty.Mail;
using ServerlessParty.Minutes;
using ServerlessParty.Organizations;
using Xunit.Abstractions;

namespace ServerlessParty.Tests.Faults;

public sealed class EveryCutUploadTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Wherever_a_process_dies_each_document_is_there_once_can_be_read_and_got_one_receipt()
    {
        var (writes, mails) = await new EveryCut(UploadDay.Units, UploadDay.RunAsync, EndAsync).RunAsync();

        output.WriteLine($"An upload: {writes} writes and {mails} letters, {2 * (writes + mails)} cases.");
        Assert.InRange(writes, 20, 100);
        Assert.Equal(3, mails); // two receipts and a return
    }

    [Fact]
    public async Task Wherever_a_process_dies_a_mail_is_filed_once_with_all_its_documents()
    {
        var (writes, mails) = await new EveryCut(MailDay.Units, MailDay.RunAsync, MailDay.EndAsync).RunAsync();

        output.WriteLine($"A mail: {writes} writes and {mails} letters, {2 * (writes + mails)} cases.");
        Assert.InRange(writes, 20, 100);
        Assert.Equal(2, mails);
    }

    private static async Task EndAsync(FaultStore store, FaultProcess process)
    {
        await HeldLettersAsync(store, process, 3);
        // Bytes carry the real time: years later all that belongs to nothing is old.
        store.Clock.SetTo("2099-01-01T02:00:00Z");
        await process.Get<FinishMinutes>().RunAsync(default);
        await UploadDay.AssertAsync(process);
    }

    /// <summary>I4: no letter of an event leaves twice, and each is known: handed over, or begun by a process that died.</summary>
    internal static async Task HeldLettersAsync(FaultStore store, FaultProcess process, int events)
    {
        var letters = await process.Get<ILetters>().OfDayAsync(FaultStore.Today, default).ToListAsync();
        Assert.Equal(events, letters.Count);
        Assert.All(letters, l => Assert.Contains(l.Letter.State, new[] { LetterState.HandedOver, LetterState.Sending }));
        Assert.InRange(FaultMails.Files(store.MailPath).Count, letters.Count(l => l.Letter.State == LetterState.HandedOver), events);
        Assert.Equal(FaultStore.Today, PartyCalendar.DayOf(store.Clock.GetUtcNow()));
    }
}
