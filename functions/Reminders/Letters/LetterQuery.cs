using ServerlessParty.Mail;

namespace ServerlessParty.Reminders.Letters;

/// <summary>Which letters somebody looks for.</summary>
/// <param name="Last">The last day of the span that is looked at, inclusive.</param>
/// <param name="Day">One day of the span alone; null: all of it.</param>
/// <param name="State">One state alone; null: any.</param>
/// <param name="Person">One addressee alone, by the word that stands for the address; null: any.</param>
public sealed record LetterQuery(DateOnly Last, DateOnly? Day = null, LetterState? State = null, string? Person = null)
{
    /// <summary>How many days are looked at together.</summary>
    public const int Days = 14;

    /// <summary>How many where they wait for a person.</summary>
    public const int DaysUnsettled = 30;

    /// <summary>How many for one addressee, who gets few letters.</summary>
    public const int DaysOfPerson = 92;

    /// <summary>The first day of the span, inclusive.</summary>
    public DateOnly First => Last.AddDays(1 - (Person is not null ? DaysOfPerson
        : State is LetterState.Failed or LetterState.Uncertain ? DaysUnsettled : Days));

    public bool Takes(DateOnly day, LetterState state) => (Day ?? day) == day && (State ?? state) == state;
}

/// <summary>What was found.</summary>
/// <param name="Counts">All letters of the span by day and state, whatever day and state were asked for.</param>
/// <param name="Items">The page, the latest day first.</param>
/// <param name="Next">Where the next page begins; null: this was the last.</param>
public sealed record FoundLetters(
    IReadOnlyList<LetterCount> Counts, IReadOnlyList<LetterWithItems> Items, string? Next);
