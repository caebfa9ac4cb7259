namespace ServerlessParty.Mail;

/// <summary>Sends a letter that one event caused, at any hour; the same event again sends nothing.</summary>
public sealed class SendEventLetter(ILetters letters, IMailer mailer, TimeProvider time)
{
    /// <param name="day">The civil day the letter belongs to.</param>
    /// <returns>How the attempt ended; null when the event's letter was begun before.</returns>
    public async Task<LetterState?> RunAsync(EventMail mail, DateOnly day, CancellationToken cancellationToken)
    {
        if (await letters.BeginAsync(mail.Class, mail.EventId, day, mail.To, cancellationToken) is not { } letter)
        {
            return null;
        }

        var text = string.Join("\n\n", mail.Paragraphs);
        var answers = await mailer.HandOverAsync(
            [new(letter.Id, letter.Attempts, letter.To, mail.Subject, text, text)], cancellationToken);
        var state = answers[0] is HandOver.Taken ? LetterState.HandedOver : LetterState.Failed;
        await letters.AdvanceAsync(
            [letter with { State = state, Subject = mail.Subject, ChangedAt = time.GetUtcNow() }], cancellationToken);
        return state;
    }
}
