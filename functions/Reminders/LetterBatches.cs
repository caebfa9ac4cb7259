using ServerlessParty.Mail;

namespace ServerlessParty.Reminders;

/// <summary>Takes a batch of letters of one bucket from the check to the carrier's answer (I3).</summary>
public sealed partial class LetterBatches(
    LetterCheck check, LetterWriter writer, LetterResults results,
    IReminderLedger ledger, ILetters letters, IMailer mailer, ILogger<LetterBatches> logger)
{
    /// <summary>The most letters that one transaction claims.</summary>
    public const int MaxLetters = 100;

    /// <summary>One attempt lasts this long at most; well under the time after which it counts as lost.</summary>
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromMinutes(2);

    public async Task<LettersSent> SendAsync(
        IReadOnlyList<LetterWithItems> batch, Sending sending, CancellationToken cancellationToken)
    {
        var found = await check.RunAsync(batch, sending, cancellationToken);
        await SettleDroppedAsync(found, sending, cancellationToken);
        var mails = await writer.WriteAsync([.. found.Where(l => l.MayLeave)], sending, cancellationToken);
        var written = await letters.AdvanceAsync(
            [.. found.Select(l => Next(l, mails, sending.Calendar.Now))], cancellationToken);
        foreach (var key in RepointedOf(found, written))
        {
            sending.Repointed.Add(key);
        }

        var claimed = written.Where(l => l.State == LetterState.Sending).ToList();
        var cancelled = new LettersSent(0, 0, 0, written.Count - claimed.Count);
        return claimed.Count == 0
            ? cancelled
            : cancelled + await HandOverAsync(claimed, mails, found, sending);
    }

    /// <summary>Plans anew, under the addresses of now, what the run took out of cancelled letters.</summary>
    public async Task ReplanAsync(Sending sending, CancellationToken cancellationToken)
    {
        if (sending.Repointed.IsEmpty)
        {
            return;
        }

        List<LetterWithItems> known = [];
        await foreach (var letter in letters.RemindersOfDayAsync(sending.Day, cancellationToken))
        {
            known.Add(letter);
        }

        var items = sending.Addressees.ItemsByAddress(sending.Repointed);
        await letters.PlanAsync(sending.Day, items, known, cancellationToken);
    }

    /// <summary>Before the claim: after it, a planned line in a letter that left would count as sent.</summary>
    private async Task SettleDroppedAsync(
        IReadOnlyList<CheckedLetter> found, Sending sending, CancellationToken cancellationToken)
    {
        var ended = found.SelectMany(l => l.Dropped).Select(k => (Key: k, State: ReminderState.Cancelled))
            .Concat(found.SelectMany(l => l.Repointed).Select(k => (Key: k, State: sending.Addressees.Placing(k))))
            .Where(l => l.State != ReminderState.Planned)
            .ToLookup(l => l.State, l => l.Key);
        foreach (var group in ended)
        {
            await ledger.AdvanceAsync([.. group], group.Key, cancellationToken);
        }
    }

    private static Letter Next(
        CheckedLetter found, IReadOnlyDictionary<LetterId, OutgoingMail> mails, DateTimeOffset now) =>
        mails.TryGetValue(found.Letter.Id, out var mail)
            ? found.Letter with
            {
                State = LetterState.Sending,
                Attempts = mail.Attempt,
                Subject = mail.Subject,
                NotBefore = null,
                ChangedAt = now,
                Count = found.Letter.Count - found.Dropped.Count,
                Dropped = [.. found.Letter.Dropped ?? [], .. found.Dropped.Select(ReminderItem.Encode)],
            }
            : found.Letter with { State = LetterState.Cancelled, ChangedAt = now };

    private static IEnumerable<ReminderKey> RepointedOf(IReadOnlyList<CheckedLetter> found, IReadOnlyList<Letter> written)
    {
        var cancelled = written.Where(l => l.State == LetterState.Cancelled).Select(l => l.Id).ToHashSet();
        return found.Where(l => cancelled.Contains(l.Letter.Id)).SelectMany(l => l.Kept.Concat(l.Repointed));
    }

    /// <summary>Once claimed, a batch is finished whatever the run's deadline says; only its own limit ends it.</summary>
    private async Task<LettersSent> HandOverAsync(
        List<Letter> claimed, IReadOnlyDictionary<LetterId, OutgoingMail> mails,
        IReadOnlyList<CheckedLetter> found, Sending sending)
    {
        using var limit = new CancellationTokenSource(AttemptLimit);
        IReadOnlyList<HandOver> answers;
        try
        {
            answers = await mailer.HandOverAsync([.. claimed.Select(l => mails[l.Id])], limit.Token);
        }
        catch (Exception e)
        {
            LogLost(logger, e, claimed.Count);
            Note([new HandOver.Unknown(LetterSettling.NoAnswer)], sending);
            return LettersSent.Nothing;
        }

        Note(answers, sending);
        var keys = found.ToDictionary(l => l.Letter.Id, l => l.Kept);
        return await results.WriteAsync(
            [.. claimed.Zip(answers, (letter, answer) => new LetterResult(letter, answer, keys[letter.Id]))],
            sending.Calendar.Now, CancellationToken.None);
    }

    private void Note(IReadOnlyCollection<HandOver> answers, Sending sending)
    {
        if (sending.Note(answers))
        {
            LogStopped(logger, sending.Stopped!);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending stops before its end. {Reason}")]
    private static partial void LogStopped(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "The answer to {Count} letters was lost; they are asked for again once they count as stuck.")]
    private static partial void LogLost(ILogger logger, Exception exception, int count);
}
