using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Faults;

/// <summary>The product's folder mailer, letter by letter, so that a process can die between two of one call.</summary>
internal sealed class FaultMailer(FolderMailer inner, FaultLine line) : IMailer
{
    public int MaxLettersPerCall => inner.MaxLettersPerCall;

    public async Task<IReadOnlyList<HandOver>> HandOverAsync(
        IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken)
    {
        var answers = new List<HandOver>();
        foreach (var mail in mails)
        {
            answers.AddRange(await line.MailAsync(() => inner.HandOverAsync([mail], cancellationToken)));
        }

        return answers;
    }

    public Task<HandOver?> RecallAsync(LetterId letter, int attempt, CancellationToken cancellationToken) =>
        inner.RecallAsync(letter, attempt, cancellationToken);
}
