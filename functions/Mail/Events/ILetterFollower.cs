namespace ServerlessParty.Mail.Events;

/// <summary>Does what follows once an event tells what became of letters; the capability that planned them fills it.</summary>
public interface ILetterFollower
{
    /// <summary>
    /// Called before the letters themselves are written, and again when that does not come about: so nothing is forgotten,
    /// and twice must be as once.
    /// </summary>
    /// <param name="letters">As they will be, with their items; those of which it was not known that they left.</param>
    Task FollowAsync(IReadOnlyCollection<LetterWithItems> letters, CancellationToken cancellationToken);
}
