namespace ServerlessParty.Mail;

/// <summary>Reads the outbox for people who ask what became of letters; all spans of days are inclusive.</summary>
public interface ILetterRecords
{
    /// <summary>How many letters of each day stand where; reads no items.</summary>
    Task<IReadOnlyList<LetterCount>> CountAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken);

    /// <summary>The letters of a span, in no order that means something.</summary>
    /// <param name="person">Only letters to this person, see <see cref="PersonAsync"/>; null: all.</param>
    IAsyncEnumerable<LetterWithItems> BetweenAsync(
        DateOnly first, DateOnly last, string? person, CancellationToken cancellationToken);

    /// <summary>The word that stands for an address wherever the address itself must not: a keyed hash, 32 hex digits.</summary>
    Task<string> PersonAsync(string address, CancellationToken cancellationToken);
}

/// <summary>How many letters of a day stand at one state.</summary>
public sealed record LetterCount(DateOnly Day, LetterState State, int Letters);
