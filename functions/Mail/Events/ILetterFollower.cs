namespace ServerlessParty.Mail.Events;

/// <summary>Does what follows once an event tells what became of letters; the capability that planned them fills it.</summary>
public interface ILetterFollower
{
    /// <summary>
    /// Called before the letters themselves are written, and again when that does not come about: so nothing is forgotten,
    /// and twice must be as once.
    /// </summary>
    /// <param name="news">Of letters of which it was not known that they left, that came back, or whose reader wants no more.</param>
    Task FollowAsync(IReadOnlyCollection<LetterNews> news, CancellationToken cancellationToken);
}

/// <summary>What events make of a letter.</summary>
/// <param name="Before">The state it had.</param>
/// <param name="Letter">As it will be, with its items.</param>
/// <param name="Events">Those that changed it, in the order in which they happened.</param>
public sealed record LetterNews(LetterState Before, LetterWithItems Letter, IReadOnlyList<MailEvent> Events)
{
    /// <summary>Whether it is new that the letter did not reach its reader.</summary>
    public bool CameBack => Letter.Letter.State.CameBack() && !Before.CameBack();
}
