using ServerlessParty.Mail;

namespace ServerlessParty.Benchmarks;

/// <summary>A carrier that takes every letter at once, 100 a call.</summary>
internal sealed class TakingMailer : IMailer
{
    public int MaxLettersPerCall => 100;

    public Task<IReadOnlyList<HandOver>> HandOverAsync(
        IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HandOver>>([.. mails.Select(m => new HandOver.Taken($"{m.Letter}.{m.Attempt}"))]);

    public Task<HandOver?> RecallAsync(LetterId letter, int attempt, CancellationToken cancellationToken) =>
        Task.FromResult<HandOver?>(null);
}
