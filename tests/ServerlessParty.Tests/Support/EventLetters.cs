using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Support;

/// <summary>The part of the outbox that letters caused by an event use.</summary>
internal sealed class EventLetters : ILetters
{
    private readonly Dictionary<LetterId, Letter> _letters = [];

    public IReadOnlyCollection<Letter> All => _letters.Values;

    /// <summary>Whether the store does not answer.</summary>
    public bool IsOut { get; set; }

    public Task<Letter?> BeginAsync(
        string letterClass, string eventId, DateOnly day, string to, CancellationToken cancellationToken)
    {
        var id = new LetterId(0, day, letterClass, "0f", eventId);
        var letter = new Letter(id, to, LetterState.Sending, 0, 1, null, DateTimeOffset.UnixEpoch, Version: "1");
        return Task.FromResult(_letters.TryAdd(id, letter) ? letter : null);
    }

    public Task<IReadOnlyList<Letter>> AdvanceAsync(
        IReadOnlyCollection<Letter> letters, CancellationToken cancellationToken)
    {
        foreach (var letter in letters)
        {
            _letters[letter.Id] = letter;
        }

        return Task.FromResult<IReadOnlyList<Letter>>([.. letters]);
    }

    public IAsyncEnumerable<LetterWithItems> OfDayAsync(DateOnly day, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<LetterPage> PageAsync(
        DateOnly? day, LetterState? state, string? after, int take, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<LetterWithItems?> FindAsync(LetterId id, CancellationToken cancellationToken) =>
        Task.FromResult(_letters.TryGetValue(id, out var letter) ? new LetterWithItems(letter, []) : null);

    public Task<IReadOnlyList<Letter>> AttemptedAsync(
        IReadOnlyCollection<LetterId> ids, CancellationToken cancellationToken) =>
        IsOut
            ? Task.FromException<IReadOnlyList<Letter>>(new IOException("The store does not answer."))
            : Task.FromResult<IReadOnlyList<Letter>>([.. ids.Where(_letters.ContainsKey).Select(id => _letters[id])]);

    public Task<int> PlanAsync(
        DateOnly day,
        IReadOnlyDictionary<string, IReadOnlyList<string>> itemsByAddress,
        IReadOnlyCollection<LetterWithItems> known,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<UnsettledLetters> CountUnsettledAsync(DateOnly firstDay, CancellationToken cancellationToken) =>
        Task.FromResult(UnsettledLetters.None);

    public IAsyncEnumerable<LetterWithItems> StuckAsync(
        DateOnly firstDay, DateTimeOffset since, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
