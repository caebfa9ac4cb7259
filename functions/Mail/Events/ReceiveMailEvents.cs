using System.Collections.Concurrent;

namespace ServerlessParty.Mail.Events;

/// <summary>
/// Takes in what a carrier tells of letters. Events come out of order, several posts at once and again for a day; each changes
/// its letter once, and the same ones again change nothing.
/// </summary>
public sealed class ReceiveMailEvents(ILetters letters, IEnumerable<ILetterFollower> followers, TimeProvider time)
{
    /// <summary>How often letters are looked at again that somebody else changed meanwhile.</summary>
    private const int MaxRounds = 10;

    private const int ReadsAtOnce = 16;

    /// <returns>How many letters were changed.</returns>
    /// <exception cref="InvalidOperationException">Others kept changing the same letters; the events are to come again.</exception>
    public async Task<int> RunAsync(IReadOnlyCollection<MailEvent> events, CancellationToken cancellationToken)
    {
        var byLetter = events.OrderBy(e => e.At).ToLookup(e => e.Letter);
        IReadOnlyCollection<LetterId> waiting = [.. byLetter.Select(l => l.Key)];
        var changed = 0;
        for (var round = 0; waiting.Count > 0; round++)
        {
            if (round == MaxRounds)
            {
                throw new InvalidOperationException($"{waiting.Count} letters were changed by others again and again.");
            }

            var changes = await ChangesAsync(waiting, byLetter, cancellationToken);
            await FollowAsync(changes, cancellationToken);
            var written = await letters.AdvanceAsync([.. changes.Select(c => c.After)], cancellationToken);
            changed += written.Count;
            waiting = [.. changes.Select(c => c.After.Id).Except(written.Select(l => l.Id))];
        }

        return changed;
    }

    private async Task<IReadOnlyList<(Letter Before, Letter After)>> ChangesAsync(
        IReadOnlyCollection<LetterId> ids, ILookup<LetterId, MailEvent> events, CancellationToken cancellationToken)
    {
        var stored = await letters.AttemptedAsync(ids, cancellationToken);
        var now = time.GetUtcNow();
        return
        [
            .. stored.Select(letter => (
                    Before: letter, After: events[letter.Id].Aggregate(letter, (after, happened) => after.After(happened, now))))
                .Where(change => !ReferenceEquals(change.Before, change.After)),
        ];
    }

    private async Task FollowAsync(
        IReadOnlyList<(Letter Before, Letter After)> changes, CancellationToken cancellationToken)
    {
        var settled = new ConcurrentBag<LetterWithItems>();
        await Parallel.ForEachAsync(
            changes.Where(c => !c.Before.State.HasLeft()).Select(c => c.After),
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (letter, token) =>
            {
                if (await letters.FindAsync(letter.Id, token) is { } found)
                {
                    settled.Add(found with { Letter = letter });
                }
            });
        foreach (var follower in settled.IsEmpty ? [] : followers)
        {
            await follower.FollowAsync([.. settled], cancellationToken);
        }
    }
}
