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

    private async Task<IReadOnlyList<Change>> ChangesAsync(
        IReadOnlyCollection<LetterId> ids, ILookup<LetterId, MailEvent> events, CancellationToken cancellationToken)
    {
        var stored = await letters.AttemptedAsync(ids, cancellationToken);
        var now = time.GetUtcNow();
        return [.. stored.Select(letter => Change.Of(letter, events[letter.Id], now)).Where(change => change.Events.Count > 0)];
    }

    private async Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var news = new ConcurrentBag<LetterNews>();
        await Parallel.ForEachAsync(
            changes.Where(c => c.IsNews),
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (change, token) =>
            {
                if (await letters.FindAsync(change.After.Id, token) is { } found)
                {
                    news.Add(new(change.Before.State, found with { Letter = change.After }, change.Events));
                }
            });
        foreach (var follower in news.IsEmpty ? [] : followers)
        {
            await follower.FollowAsync([.. news], cancellationToken);
        }
    }

    private sealed record Change(Letter Before, Letter After, IReadOnlyList<MailEvent> Events)
    {
        public bool IsNews =>
            !Before.State.HasLeft() || (After.State.CameBack() && !Before.State.CameBack()) || Events.Any(e => e.EndsAddress);

        public static Change Of(Letter letter, IEnumerable<MailEvent> events, DateTimeOffset now)
        {
            var (after, told) = (letter, new List<MailEvent>());
            foreach (var happened in events)
            {
                var next = after.After(happened, now);
                if (!ReferenceEquals(next, after))
                {
                    told.Add(happened);
                }

                after = next;
            }

            return new(letter, after, told);
        }
    }
}
