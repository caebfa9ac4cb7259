namespace ServerlessParty.Mail.Inbound;

/// <summary>
/// Takes one delivery in: makes it durable, then tries to bring it to an end at once. When it returns, the mail is durable, and
/// whatever was left open <see cref="FileMail"/> goes on with. The same mail again, even at the same moment, is only known.
/// </summary>
public sealed partial class ReceiveMail(IIntake intake, IMailFiling filing, TimeProvider time, ILogger<ReceiveMail> logger)
{
    /// <summary>How long a delivery may wait for its mail to be filed; the carrier waits for the answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="Exception">The mail is not durable: the carrier must try again.</exception>
    public async Task<StoredIntake> RunAsync(SpooledPost post, CancellationToken cancellationToken)
    {
        var content = await InboundMailReader.TryReadAsync(post, cancellationToken);
        var id = content is null
            ? await MailIdentity.OfAsync(post, cancellationToken)
            : await MailIdentity.OfAsync(content, cancellationToken);
        // Asked first, so that a mail which was not to be kept is not kept again.
        if (await intake.FindAsync(id, cancellationToken) is { State: not IntakeState.Received } known)
        {
            return new(known, IsNew: false);
        }

        var stored = await intake.StoreAsync(IntakeMail.Of(id, content, time.GetUtcNow()), post, cancellationToken);
        return stored.IsNew ? stored with { Mail = await TryFileAsync(stored.Mail, content, cancellationToken) } : stored;
    }

    private async Task<IntakeMail> TryFileAsync(IntakeMail mail, InboundMail? content, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var limits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await filing.FileAsync(mail, content, limits.Token);
        }
        catch (Exception e)
        {
            // It is durable, which is what the answer says; what went wrong now may go right in five minutes.
            LogLeft(mail.Id, e);
            return mail;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail {Mail} is stored and not filed yet")]
    private partial void LogLeft(IntakeId mail, Exception error);
}
