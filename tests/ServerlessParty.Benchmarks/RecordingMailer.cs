using System.Collections.Concurrent;
using ServerlessParty.Mail;

namespace ServerlessParty.Benchmarks;

/// <summary>Takes every letter, and keeps the calls that brought them.</summary>
internal sealed class RecordingMailer : IMailer
{
    private readonly TakingMailer _taking = new();

    public ConcurrentQueue<IReadOnlyList<OutgoingMail>> Calls { get; } = new();

    public int MaxLettersPerCall => _taking.MaxLettersPerCall;

    public Task<IReadOnlyList<HandOver>> HandOverAsync(
        IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken)
    {
        Calls.Enqueue(mails);
        return _taking.HandOverAsync(mails, cancellationToken);
    }

    public Task<HandOver?> RecallAsync(LetterId letter, int attempt, CancellationToken cancellationToken) =>
        _taking.RecallAsync(letter, attempt, cancellationToken);
}
