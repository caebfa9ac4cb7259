using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;

namespace ServerlessParty.Reminders;

/// <summary>Moves the lines of letters along when a carrier's event tells what became of them.</summary>
public sealed class FollowLetters(LetterResults results) : ILetterFollower
{
    public Task FollowAsync(IReadOnlyCollection<LetterWithItems> letters, CancellationToken cancellationToken) =>
        results.EndLinesAsync(
            letters.Select(l => (l.Letter.State, (IReadOnlyList<ReminderKey>)[.. l.Keys()])), cancellationToken);
}
