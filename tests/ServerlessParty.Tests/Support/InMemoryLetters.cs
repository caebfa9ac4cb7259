using System.Globalization;
using System.Runtime.CompilerServices;
using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Support;

/// <summary>The outbox in memory; every letter lies in one of two buckets by its address.</summary>
internal sealed class InMemoryLetters(Interruptions interruptions, TimeProvider time) : ILetters
{
    private readonly Dictionary<LetterId, LetterWithItems> _letters = [];
    private int _version;

    public IReadOnlyCollection<LetterWithItems> All => _letters.Values;

    /// <summary>Puts a letter as it is.</summary>
    public void Put(LetterWithItems letter) =>
        _letters[letter.Letter.Id] = letter with { Letter = letter.Letter with { Version = NextVersion() } };

    public async IAsyncEnumerable<LetterWithItems> OfDayAsync(
        DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var letter in _letters.Values.Where(l => l.Letter.Id.Day == day).ToList())
        {
            yield return letter;
        }
    }

    public async Task<LetterPage> PageAsync(
        DateOnly? day, LetterState? state, string? after, int take, CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        return new([.. _letters.Values.Where(l => day is null || l.Letter.Id.Day == day).Take(take)], null);
    }

    public async Task<LetterWithItems?> FindAsync(LetterId id, CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        return _letters.GetValueOrDefault(id);
    }

    public async Task<IReadOnlyList<Letter>> AttemptedAsync(
        IReadOnlyCollection<LetterId> ids, CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        return [.. ids.Where(_letters.ContainsKey).Select(id => _letters[id].Letter).Where(l => l.Attempts > 0)];
    }

    public async Task<int> PlanAsync(
        DateOnly day, IReadOnlyDictionary<string, IReadOnlyList<string>> itemsByAddress,
        IReadOnlyCollection<LetterWithItems> known, CancellationToken cancellationToken)
    {
        var added = 0;
        await interruptions.WriteAsync(itemsByAddress, planned => added += Plan(day, planned.Key, planned.Value));
        return added;
    }

    public async Task<Letter?> BeginAsync(
        string letterClass, string eventId, DateOnly day, string to, CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        Put(new(new(Id(day, to, eventId) with { Class = letterClass }, to, LetterState.Sending, 0, 1, null, time.GetUtcNow()), []));
        return _letters.Values.Last().Letter;
    }

    public async Task<IReadOnlyList<Letter>> AdvanceAsync(
        IReadOnlyCollection<Letter> letters, CancellationToken cancellationToken)
    {
        List<Letter> written = [];
        await interruptions.WriteAsync(letters, letter =>
        {
            if (_letters.TryGetValue(letter.Id, out var stored) && stored.Letter.Version == letter.Version)
            {
                Put(new(letter, [.. stored.Items.Except(letter.Dropped ?? [])]));
                written.Add(_letters[letter.Id].Letter);
            }
        });
        return written;
    }

    public async Task<UnsettledLetters> CountUnsettledAsync(DateOnly firstDay, CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        var states = _letters.Values.Where(l => l.Letter.Id.Day >= firstDay).Select(l => l.Letter.State).ToList();
        return new(states.Count(s => s == LetterState.Uncertain), states.Count(s => s == LetterState.Failed));
    }

    public async IAsyncEnumerable<LetterWithItems> StuckAsync(
        DateOnly firstDay, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var letter in _letters.Values.Where(l => l.Letter.Id.Day >= firstDay).ToList())
        {
            if (letter.Letter.State == LetterState.Sending && letter.Letter.ChangedAt < since)
            {
                yield return letter;
            }
        }
    }

    /// <summary>A letter that is planned takes more; one past that is closed, and the next takes what none before holds.</summary>
    private int Plan(DateOnly day, string to, IReadOnlyList<string> items)
    {
        var before = _letters.Values.Where(l => l.Letter.Id.Day == day && l.Letter.To == to).ToList();
        var held = before.Where(l => l.Letter.State != LetterState.Cancelled).SelectMany(l => l.Items).ToHashSet();
        var more = items.Where(i => !held.Contains(i)).ToList();
        var open = before.FirstOrDefault(l => l.Letter.State == LetterState.Planned);
        if (more.Count == 0)
        {
            return 0;
        }

        var letter = open ?? new(new(
            Id(day, to, (before.Count + 1).ToString(CultureInfo.InvariantCulture)),
            to, LetterState.Planned, 0, 0, null, time.GetUtcNow()), []);
        List<string> all = [.. letter.Items, .. more];
        Put(new(letter.Letter with { Count = all.Count }, all));
        return open is null ? 1 : 0;
    }

    private static LetterId Id(DateOnly day, string to, string sequence) => new(
        to.Length % 2, day, LetterClass.Reminder, Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(to)), sequence);

    private string NextVersion() => (++_version).ToString(CultureInfo.InvariantCulture);
}
