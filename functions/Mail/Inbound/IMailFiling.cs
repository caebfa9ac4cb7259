namespace ServerlessParty.Mail.Inbound;

/// <summary>Decides what becomes of a mail that is durable; filled by the capability that mail is for.</summary>
public interface IMailFiling
{
    /// <summary>
    /// Brings the mail to an end, or leaves it as it is when something that passes stands in the way. May be cut off anywhere and
    /// repeated.
    /// </summary>
    /// <param name="content">Null when the post cannot be read.</param>
    /// <returns>The mail as it is stored now.</returns>
    Task<IntakeMail> FileAsync(IntakeMail mail, InboundMail? content, CancellationToken cancellationToken);
}
