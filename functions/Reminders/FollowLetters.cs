using ServerlessParty.Mail.Events;

namespace ServerlessParty.Reminders;

/// <summary>Moves the lines of letters along when a carrier's event tells what became of them.</summary>
public sealed class FollowLetters(LetterResults results) : ILetterFollower
{
    /// <summary>A letter that only says more of what is known moves nothing: its steps may have gone elsewhere since.</summary>
    public Task FollowAsync(IReadOnlyCollection<LetterNews> news, CancellationToken cancellationToken) =>
        results.EndLinesAsync(
            news.Where(n => n.CameBack || !n.Before.HasLeft())
                .Select(n => (n.Letter.Letter.State, (IReadOnlyList<ReminderKey>)[.. n.Letter.Keys()])),
            cancellationToken);
}
