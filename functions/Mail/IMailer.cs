namespace ServerlessParty.Mail;

/// <summary>Hands letters over to whoever carries them.</summary>
public interface IMailer
{
    /// <summary>The most letters one call may hold; a call is one attempt, so its letters share its fate. At least 1.</summary>
    int MaxLettersPerCall { get; }

    /// <summary>
    /// Hands over; answers one result per mail, in order. Cancelled in the middle it still answers, since of some it knows;
    /// an exception means that nothing is known of any of them.
    /// </summary>
    Task<IReadOnlyList<HandOver>> HandOverAsync(
        IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken);

    /// <summary>What became of an earlier attempt whose result was lost, where the carrier can tell; null where it cannot.</summary>
    Task<HandOver?> RecallAsync(LetterId letter, int attempt, CancellationToken cancellationToken);
}

/// <summary>A mail ready to leave.</summary>
/// <param name="Attempt">With the letter's id, what the carrier is given to recognize this hand-over by.</param>
/// <param name="Subject">Holds no person's name, rating or address.</param>
/// <param name="ReplyTo">Where an answer goes, a plain address; null: to the sender.</param>
public sealed record OutgoingMail(
    LetterId Letter, int Attempt, string To, string Subject, string Text, string Html, string? ReplyTo = null);

/// <summary>The carrier's answer to one mail.</summary>
public abstract record HandOver
{
    private HandOver()
    {
    }

    /// <summary>The carrier has it.</summary>
    public sealed record Taken(string ProviderId) : HandOver;

    /// <summary>It certainly did not leave; may be tried again from <paramref name="NotBefore"/>.</summary>
    /// <param name="StopsRun">The reason is not the letter: the carrier refuses us or asks us to wait, and would do so for the next one too.</param>
    public sealed record NotSent(string Problem, DateTimeOffset? NotBefore, bool StopsRun = false) : HandOver;

    /// <summary>It certainly did not leave and never will as it is.</summary>
    public sealed record Refused(string Problem) : HandOver;

    /// <summary>Whether it left is not known.</summary>
    public sealed record Unknown(string Problem) : HandOver;
}
