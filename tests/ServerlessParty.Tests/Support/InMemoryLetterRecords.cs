using System.Runtime.CompilerServices;
using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Support;

/// <summary>Reads the outbox in memory.</summary>
internal sealed class InMemoryLetterRecords(InMemoryLetters letters) : ILetterRecords
{
    public Task<IReadOnlyList<LetterCount>> CountAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LetterCount>>(
            [.. letters.All.GroupBy(l => (l.Letter.Id.Day, l.Letter.State)).Select(g => new LetterCount(g.Key.Day, g.Key.State, g.Count()))]);

    public async IAsyncEnumerable<LetterWithItems> BetweenAsync(
        DateOnly first, DateOnly last, string? person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var letter in letters.All.Where(l => l.Letter.Id.Day >= first && l.Letter.Id.Day <= last).ToList())
        {
            yield return letter;
        }
    }

    public Task<string> PersonAsync(string address, CancellationToken cancellationToken) => Task.FromResult(address);
}
