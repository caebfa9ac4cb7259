using ServerlessParty.Audit;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Letters;

/// <summary>What one press achieved.</summary>
/// <param name="Retried">Letters that will be sent again.</param>
/// <param name="IsAll">Whether none was left when the time was up.</param>
public sealed record LettersRetried(int Retried, bool IsAll);

/// <summary>
/// Sends all failed reminder letters of a query again. Only what still stands as failed is taken, so that a second press,
/// at once or after a crash, goes on where the first ended and sends nothing twice.
/// </summary>
public sealed class RetryLetters(FindLetters find, RetryLetter retry, IStoreTrail trail, TimeProvider time)
{
    /// <summary>A press ends before proxies in between lose patience.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private const int AtOnce = 100;

    public async Task<LettersRetried> RunAsync(
        LetterQuery query, LetterBranch branch, string actor, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var retried = 0;
        var failed = FailedAsync(query, branch, cancellationToken);
        await foreach (var chunk in failed.Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            if (time.GetElapsedTime(began) > Limit)
            {
                return new(retried, IsAll: false);
            }

            var (first, last) = (chunk[0].Letter.Id, chunk[^1].Letter.Id);
            await trail.AppendAsync(
                RetryLetter.Chain, new(actor, "letters.retried", $"{chunk.Length}", $"{first} … {last}"), cancellationToken);
            retried += (await retry.SendAgainAsync(chunk, actor, calendar, cancellationToken)).Count;
        }

        return new(retried, IsAll: true);
    }

    private IAsyncEnumerable<LetterWithItems> FailedAsync(
        LetterQuery query, LetterBranch branch, CancellationToken cancellationToken) =>
        find.AllAsync(query with { State = LetterState.Failed }, branch, cancellationToken)
            .Where(l => l.Letter.Id.Class == LetterClass.Reminder);
}
