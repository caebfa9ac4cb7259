namespace ServerlessParty.Mail;

/// <summary>The outbox and the record of what became of each letter.</summary>
public interface ILetters
{
    /// <summary>All letters of a day, with their items.</summary>
    IAsyncEnumerable<LetterWithItems> OfDayAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Letters of a day or of all days, in no order that means something, at most <paramref name="take"/>; for pages and the API.</summary>
    Task<LetterPage> PageAsync(
        DateOnly? day, LetterState? state, string? after, int take, CancellationToken cancellationToken);

    Task<LetterWithItems?> FindAsync(LetterId id, CancellationToken cancellationToken);

    /// <summary>Of some letters, those of which an attempt was ever begun, without their items; in few requests.</summary>
    Task<IReadOnlyList<Letter>> AttemptedAsync(
        IReadOnlyCollection<LetterId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Adds items to the day's reminder letter of each address. Items that its letters of the day already hold are not
    /// added again; a letter past <c>Planned</c> is closed, so that its successor takes them.
    /// </summary>
    /// <param name="known">The day's letters as the caller read them; saves reading them again.</param>
    /// <returns>How many letters were newly written.</returns>
    Task<int> PlanAsync(
        DateOnly day,
        IReadOnlyDictionary<string, IReadOnlyList<string>> itemsByAddress,
        IReadOnlyCollection<LetterWithItems> known,
        CancellationToken cancellationToken);

    /// <summary>Writes a letter caused by an event, already in state <c>Sending</c> with attempt 1; null when that event's letter exists.</summary>
    Task<Letter?> BeginAsync(string letterClass, string eventId, DateOnly day, string to, CancellationToken cancellationToken);

    /// <summary>Writes each letter as given if it is still the stored <see cref="Letter.Version"/>, in batches per partition.</summary>
    /// <returns>The letters that were written, with their new version; those somebody else changed are left out.</returns>
    Task<IReadOnlyList<Letter>> AdvanceAsync(IReadOnlyCollection<Letter> letters, CancellationToken cancellationToken);

    /// <summary>Counts the letters of the days from <paramref name="firstDay"/> that wait for a person. Reads whole days: not for every page.</summary>
    Task<UnsettledLetters> CountUnsettledAsync(DateOnly firstDay, CancellationToken cancellationToken);

    /// <summary>Letters in <c>Sending</c> since before <paramref name="since"/>, over the days from <paramref name="firstDay"/>.</summary>
    IAsyncEnumerable<LetterWithItems> StuckAsync(
        DateOnly firstDay, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>A page of letters, and where the next begins (null: this was the last).</summary>
public sealed record LetterPage(IReadOnlyList<LetterWithItems> Items, string? Next);
