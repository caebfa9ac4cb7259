namespace ServerlessParty.Mail.Events;

/// <summary>What a carrier tells of a letter.</summary>
public enum MailEventKind
{
    /// <summary>The carrier has it.</summary>
    Processed,

    /// <summary>The reader's server asked to come again.</summary>
    Deferred,

    /// <summary>The reader's server took it.</summary>
    Delivered,

    /// <summary>The reader's server refused it for good: there is no such mailbox.</summary>
    Bounced,

    /// <summary>The reader's server refused it for what it is or where it comes from; the mailbox may well exist.</summary>
    Blocked,

    /// <summary>The carrier did not even try, since it knows the address from before.</summary>
    Dropped,

    /// <summary>The reader called it spam.</summary>
    SpamReport,

    /// <summary>The reader wants no more.</summary>
    Unsubscribed,
}

/// <summary>One event of one attempt at one letter.</summary>
/// <param name="Id">The carrier's own, the same whenever it tells the event again.</param>
/// <param name="At">When it happened, in seconds of Unix time.</param>
/// <param name="MessageId">What the carrier calls the request the letter came in; empty where it does not say.</param>
/// <param name="Reason">In the words of a server; empty for none.</param>
public sealed record MailEvent(
    string Id, MailEventKind Kind, long At, LetterId Letter, int Attempt, string MessageId, string Reason)
{
    /// <summary>The custom argument by which the carrier gives <c>{letter}.{attempt}</c> back.</summary>
    public const string LetterArgument = "letter";

    /// <summary>What carriers call reasons to drop a letter that are not its address's.</summary>
    private static readonly string[] OwnFaults = ["spam content", "package quota", "header"];

    /// <summary>
    /// Whether the address is not to be written to any more. A blocked letter is not its address's fault: a server that
    /// distrusts us blocks all of its mailboxes, so that blocking counts nowhere, however often.
    /// </summary>
    public bool EndsAddress => Kind switch
    {
        MailEventKind.Bounced or MailEventKind.SpamReport or MailEventKind.Unsubscribed => true,
        MailEventKind.Dropped => !OwnFaults.Any(f => Reason.Contains(f, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };
}
