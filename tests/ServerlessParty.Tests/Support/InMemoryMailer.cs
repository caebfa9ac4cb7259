using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Support;

/// <summary>A carrier that keeps what it took and can tell of it.</summary>
internal sealed class InMemoryMailer(Interruptions interruptions) : IMailer
{
    public int MaxLettersPerCall { get; init; } = 3;

    public List<OutgoingMail> Taken { get; } = [];

    public List<int> CallSizes { get; } = [];

    /// <summary>What it answers; taken by default.</summary>
    public Func<OutgoingMail, HandOver> Answer { get; set; } = mail => new HandOver.Taken($"id-{mail.Letter}");

    /// <summary>Whether it remembers attempts.</summary>
    public bool CanRecall { get; set; } = true;

    public async Task<IReadOnlyList<HandOver>> HandOverAsync(
        IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken)
    {
        CallSizes.Add(mails.Count);
        List<HandOver> answers = [];
        await interruptions.WriteAsync(mails, mail =>
        {
            answers.Add(Answer(mail));
            if (answers[^1] is HandOver.Taken)
            {
                Taken.Add(mail);
            }
        });
        return answers;
    }

    public async Task<HandOver?> RecallAsync(LetterId letter, int attempt, CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        if (!CanRecall)
        {
            return null;
        }

        return Taken.Any(m => m.Letter == letter && m.Attempt == attempt)
            ? new HandOver.Taken("recalled")
            : new HandOver.NotSent("not here", null);
    }
}
