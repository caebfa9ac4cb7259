using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>How letters to senders of mail are written.</summary>
/// <param name="Culture">The language of the store.</param>
/// <param name="OwnAddress">The address that our letters come from, lower case.</param>
public sealed record AnswerOptions(CultureInfo Culture, string OwnAddress);

/// <summary>
/// Tells senders what the receipt of a document does not: what was refused or is there already, to an address on file; that a
/// person will look, in a neutral line, to an author the mail provably comes from. Nobody else hears anything, and no program or
/// list is ever answered. A letter that does not leave holds nothing up: the list of letters shows it.
/// </summary>
public sealed partial class AnswerMail(
    SendEventLetter send, AnswerWords words, AnswerOptions options, InboundOptions inbound, ILogger<AnswerMail> logger)
{
    /// <summary>Says which files were not taken and what to do; nothing when all were.</summary>
    public Task RefusedAsync(
        IntakeMail mail, InboundMail content, Organization unit, IReadOnlyList<IntakeRefusal> refusals, CancellationToken cancellationToken) =>
        refusals.Count == 0 || !MayAnswer(content) || AddressOf(unit, content) is not { } to
            ? Task.CompletedTask
            : SendAsync(mail, to, $"mail-{mail.Id}", () => words.Refused(mail.ReceivedAt, unit, refusals), cancellationToken);

    /// <summary>Says that a marked paper was not kept, and where such papers go.</summary>
    public Task SecretAsync(IntakeMail mail, InboundMail content, UnitMatch match, CancellationToken cancellationToken)
    {
        var to = match is UnitMatch.Found found ? AddressOf(found.Unit, content) : AuthorOf(content);
        return to is null || !MayAnswer(content)
            ? Task.CompletedTask
            : SendAsync(mail, to, $"mail-{mail.Id}", () => words.Secret(mail.ReceivedAt), cancellationToken);
    }

    /// <summary>One neutral line, once a day to one address.</summary>
    public Task TriagedAsync(IntakeMail mail, InboundMail content, CancellationToken cancellationToken) =>
        AuthorOf(content) is not { } to || !MayAnswer(content)
            ? Task.CompletedTask
            : SendAsync(mail, to, "triage", () => AnswerWords.Triaged, cancellationToken);

    private bool MayAnswer(InboundMail content) =>
        content is { Head.IsAutomatic: false, Envelope.From.Length: > 0 } && !IsOurs(content.Envelope.From) && !IsOurs(content.Head.From ?? "");

    private bool IsOurs(string address) =>
        address == options.OwnAddress
        || (inbound.Domain is { } domain && address.EndsWith("@" + domain, StringComparison.Ordinal));

    private static string? AuthorOf(InboundMail content) =>
        SenderAlignment.IsAligned(content) ? content.Head.From : null;

    /// <summary>The address on file that wrote, else the secretary's, else the first deputy's that has one.</summary>
    private static string? AddressOf(Organization unit, InboundMail content)
    {
        var onFile = KnownContacts.ReachableOf(unit).ToList();
        return onFile.Find(a => a == AuthorOf(content)) ?? onFile.FirstOrDefault();
    }

    private async Task SendAsync(
        IntakeMail mail, string to, string eventId, Func<LetterValues> write, CancellationToken cancellationToken)
    {
        // Flows into what is called from here and not back: the texts of other folders speak the store's language too.
        CultureInfo.CurrentUICulture = options.Culture;
        var letter = ReadyTemplate.WriteShipped(
            new(LetterClass.Receipt, eventId, to, "", []), write(), options.Culture);
        var day = PartyCalendar.DayOf(mail.ReceivedAt);
        try
        {
            await send.RunAsync(letter, day, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(mail.Id, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to the mail {Mail} could not be sent")]
    private partial void LogFailed(IntakeId mail, Exception error);
}
