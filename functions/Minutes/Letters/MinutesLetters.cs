using ServerlessParty.Audit;
using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Letters;

/// <summary>
/// The letters about minutes, in the language of the store. They go only to the secretary's address on file; without
/// one, nothing goes. What already went is not sent again, so that a caller may repeat itself. What they tell of is stored
/// before: that a letter cannot be sent is logged, undoes nothing and fails no request.
/// </summary>
public sealed partial class MinutesLetters(
    SendEventLetter send, IUnitLinks links, IHandInAddresses addresses, IAuditTrail trail,
    StoreLanguage language, MailOptions sender, PartyCalendar calendar, ILogger<MinutesLetters> logger)
{
    /// <summary>How many of the latest entries of a trail are looked at for a return that was just made.</summary>
    private const int LatestEntries = 50;

    private const string ReturnAction = "obligation.returned";

    /// <summary>What arrived, for which unit and period, its hash and version, and what is still missing.</summary>
    /// <param name="stillOwed">What the unit still owes, late first.</param>
    public Task ReceiptAsync(
        Organization unit, MeetingMinutes minutes, IReadOnlyList<Obligation> stillOwed, CancellationToken cancellationToken) =>
        TellAsync(unit, to => SendReceiptAsync(to, unit, minutes, stillOwed, cancellationToken), cancellationToken);

    /// <summary>What is asked for and until when, with a fresh link; of a paper of any kind.</summary>
    /// <param name="comment">What is missing, as its author wrote it.</param>
    /// <param name="dueOn">The last day to hand in again, inclusive; may have passed.</param>
    public Task ReturnedAsync(
        Organization unit, ObligationKey key, string comment, DateOnly dueOn, CancellationToken cancellationToken) =>
        TellAsync(unit, to => SendReturnAsync(to, unit, key, comment, dueOn, cancellationToken), cancellationToken);

    private async Task TellAsync(Organization unit, Func<string, Task> tell, CancellationToken cancellationToken)
    {
        if (unit.Contacts.Secretary.LetterAddress() is not { } to)
        {
            return;
        }

        try
        {
            await tell(to);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogUntold(failure, unit.Id);
        }
    }

    private async Task SendReceiptAsync(
        string to, Organization unit, MeetingMinutes minutes, IReadOnlyList<Obligation> stillOwed,
        CancellationToken cancellationToken)
    {
        var text = new ReceiptText(unit, minutes, stillOwed, language.Culture);
        var mail = new EventMail(LetterClass.Receipt, LetterEvents.Receipt(minutes.Id), to, text.Subject, text.Paragraphs)
        {
            Closing = Signature(),
            Values = new(MinutesKinds.Receipt, text.Values(sender.FromName)),
        };
        await send.RunAsync(mail, PartyCalendar.DayOf(minutes.ReceivedAt), cancellationToken);
    }

    private async Task SendReturnAsync(
        string to, Organization unit, ObligationKey key, string comment, DateOnly dueOn, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var link = await links.CreateAsync(unit.Id, unit.LinkEpoch, dueOn > today ? dueOn : today, cancellationToken);
        var answers = key.Kind.IsMinutes ? await addresses.OfAsync(unit, cancellationToken) : null;
        var text = new ReturnText(unit, key, comment, dueOn, today, answers is not null, language.Culture);
        var (entry, day) = await ReturnAsync(key, cancellationToken);
        var mail = new EventMail(
            LetterClass.Return, LetterEvents.Return(key, entry), to, text.Subject, text.Paragraphs,
            new EventMailLink(link, text.Button))
        {
            Closing = [.. text.Closing, .. Signature()],
            ReplyTo = answers,
            Values = new(MinutesKinds.Return, text.Values(sender.FromName)),
        };
        await send.RunAsync(mail, day, cancellationToken);
    }

    /// <summary>
    /// The entry of the return and its day, so that the same return, asked again on any day, is the same event. A return
    /// that many changes have followed is known no more and taken for a new one.
    /// </summary>
    private async Task<(int Entry, DateOnly Day)> ReturnAsync(ObligationKey key, CancellationToken cancellationToken)
    {
        var dossier = key.Organization.Key;
        var head = await trail.HeadAsync(dossier, cancellationToken) ?? AuditHead.Empty;
        var latest = await trail.ReadAsync(
            dossier, Math.Max(0, head.Sequence - LatestEntries), LatestEntries, cancellationToken);
        return latest.LastOrDefault(e => e.Action == ReturnAction && e.Subject == $"{key.Kind}|{key.Period}") is { } act
            ? (act.Sequence, PartyCalendar.DayOf(act.At)) : (head.Sequence, calendar.Today);
    }

    private string[] Signature() => sender.FromName.Length > 0 ? [sender.FromName] : [];

    [LoggerMessage(1, LogLevel.Error, "A letter to the unit {Unit} about what it handed in could not be sent.")]
    private partial void LogUntold(Exception failure, OrganizationId unit);
}
