namespace ServerlessParty.Mail.Inbound;

/// <summary>What a run did with the mails that were left open.</summary>
/// <param name="Left">Still open: young, or in the way of something that passes.</param>
public sealed record MailFiled(int Filed, int Triaged, int Refused, int Left);

/// <summary>
/// Goes on with mail that was stored and not brought to an end. A second run finds only what the first left. One mail that fails
/// does not hold up the others; after a day of failing it waits for a person.
/// </summary>
public sealed partial class FileMail(IIntake intake, IMailFiling filing, TimeProvider time, ILogger<FileMail> logger)
{
    /// <summary>The reason of a mail that no run could bring to an end.</summary>
    public const string Failing = "mail.failing";

    /// <summary>How long the delivery itself is left alone with its mail.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>After which a mail that still fails goes to a person, and the mark of one that never became durable goes.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromDays(1);

    public async Task<MailFiled> RunAsync(CancellationToken cancellationToken)
    {
        var (ends, left, failed) = (new Dictionary<IntakeState, int>(), 0, 0);
        await foreach (var unfinished in intake.UnfinishedAsync(cancellationToken))
        {
            try
            {
                if (await GoOnAsync(unfinished, cancellationToken) is not { } end)
                {
                    left++;
                    continue;
                }

                ends[end] = ends.GetValueOrDefault(end) + 1;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(unfinished.Id, e);
                failed++;
            }
        }

        return failed == 0
            ? new(ends.GetValueOrDefault(IntakeState.Filed), ends.GetValueOrDefault(IntakeState.Triage), ends.GetValueOrDefault(IntakeState.Refused), left)
            : throw new InvalidOperationException($"{failed} mails could not be filed; the log names them.");
    }

    /// <returns>The end that this run brought it to; null when it is still open, or was at its end before.</returns>
    private async Task<IntakeState?> GoOnAsync(UnfinishedIntake unfinished, CancellationToken cancellationToken)
    {
        if (unfinished.Since > time.GetUtcNow() - Grace)
        {
            return null;
        }

        var mail = await intake.FindAsync(unfinished.Id, cancellationToken);
        if (mail is { State: not IntakeState.Received })
        {
            await intake.CompleteAsync(mail.Id, mail, cancellationToken);
            return null;
        }

        await using var post = await intake.OpenAsync(unfinished.Id, cancellationToken);
        return post is null
            ? await WithoutPostAsync(unfinished, mail, cancellationToken)
            : await FileAsync(unfinished.Id, mail, post, cancellationToken);
    }

    private async Task<IntakeState?> FileAsync(
        IntakeId id, IntakeMail? known, SpooledPost post, CancellationToken cancellationToken)
    {
        var content = await InboundMailReader.TryReadAsync(post, cancellationToken);
        var mail = known
            ?? (await intake.StoreAsync(IntakeMail.Of(id, content, time.GetUtcNow()), post, cancellationToken)).Mail;
        try
        {
            mail = await filing.FileAsync(mail, content, cancellationToken);
        }
        catch (Exception) when (IsOld(mail.ReceivedAt) && !cancellationToken.IsCancellationRequested)
        {
            // Below, a person is asked; the error was logged by the runs of the day before.
        }

        return mail.State is IntakeState.Received && IsOld(mail.ReceivedAt)
            ? await TriageAsync(mail, cancellationToken)
            : mail.State is IntakeState.Received ? null : mail.State;
    }

    /// <summary>The delivery died before its mail was kept, and was not told otherwise; or the mail is lost, which a person must know.</summary>
    private async Task<IntakeState?> WithoutPostAsync(
        UnfinishedIntake unfinished, IntakeMail? mail, CancellationToken cancellationToken)
    {
        if (mail is not null)
        {
            return await TriageAsync(mail, cancellationToken);
        }

        if (IsOld(unfinished.Since))
        {
            await intake.CompleteAsync(unfinished.Id, null, cancellationToken);
        }

        return null;
    }

    private async Task<IntakeState?> TriageAsync(IntakeMail mail, CancellationToken cancellationToken)
    {
        var next = mail with { State = IntakeState.Triage, Outcome = new() { Reason = Failing } };
        return (await intake.AdvanceAsync(mail, next, cancellationToken))?.State;
    }

    private bool IsOld(DateTimeOffset since) => since < time.GetUtcNow() - Limit;

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail {Mail} could not be filed")]
    private partial void LogFailed(IntakeId mail, Exception error);
}
