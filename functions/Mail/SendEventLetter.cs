using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Mail;

/// <summary>
/// Sends a letter that one event caused, at any hour; the same event again sends nothing. There is one attempt: the text
/// is stored nowhere, so that nothing could be sent later. Whatever the carrier does, the request goes on.
/// </summary>
public sealed partial class SendEventLetter(
    ILetters letters, IMailer mailer, ILetterTemplates templates, LetterHtml html, StoreLanguage language, TimeProvider time,
    ILogger<SendEventLetter> logger)
{
    /// <summary>How long the attempt may last; well under the time after which a letter under way counts as lost.</summary>
    public static readonly TimeSpan AttemptLimit = TimeSpan.FromMinutes(2);

    /// <param name="day">The civil day the letter belongs to; of one event always the same.</param>
    /// <param name="cancellationToken">Ends nothing once the event is claimed: a reader who went away still gets the letter.</param>
    /// <returns>How the attempt ended; null when the event's letter was begun before.</returns>
    public async Task<LetterState?> RunAsync(EventMail mail, DateOnly day, CancellationToken cancellationToken)
    {
        // Before the claim: that the texts can't be read must not cost the event its only attempt.
        var worded = await WordAsync(mail, cancellationToken);
        if (await letters.BeginAsync(mail.Class, mail.EventId, day, mail.To, cancellationToken) is not { } letter)
        {
            return null;
        }

        var answer = await HandOverAsync(await WriteAsync(letter, worded));
        var after = letter.After(answer, time.GetUtcNow()) with { Subject = worded.Subject };
        await letters.AdvanceAsync([after], CancellationToken.None);
        return after.State;
    }

    private async Task<EventMail> WordAsync(EventMail mail, CancellationToken cancellationToken) =>
        mail.Values is { } values
        && await templates.OwnAsync(values.Kind, mail.Language ?? language.Code, cancellationToken) is { } own
            ? own.Write(mail, values.Fields) : mail;

    private async Task<OutgoingMail> WriteAsync(Letter letter, EventMail mail)
    {
        var body = await html.RenderAsync<EventLetterHtml>(new()
        {
            [nameof(EventLetterHtml.Mail)] = mail,
            [nameof(EventLetterHtml.Language)] = mail.Language ?? language.Code,
        });
        return new(letter.Id, letter.Attempts, letter.To, mail.Subject, mail.ToText(), body, mail.ReplyTo);
    }

    private async Task<HandOver> HandOverAsync(OutgoingMail mail)
    {
        using var limit = new CancellationTokenSource(AttemptLimit, time);
        try
        {
            return (await mailer.HandOverAsync([mail], limit.Token))[0];
        }
        catch (Exception failure)
        {
            // Not the exception itself: a carrier's words may hold the address.
            LogLost(mail.Letter, failure.GetType().Name);
            return new HandOver.Unknown(failure.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Whether the letter {Letter} left is not known: {Failure}.")]
    private partial void LogLost(LetterId letter, string failure);
}
