namespace ServerlessParty.Mail;

/// <summary>One thing that happened to a letter.</summary>
/// <param name="At">When; an event's own time where its carrier tells one (UTC).</param>
/// <param name="Attempt">The attempt it belongs to; 0 before the first.</param>
/// <param name="Says">The carrier's or server's words; null for none.</param>
/// <param name="By">Who decided it, as in the audit trail; null for the product itself.</param>
public sealed record LetterMoment(DateTimeOffset At, LetterState State, int Attempt, string? Says = null, string? By = null);

/// <summary>Keeps what happened to a letter with the letter, so that it is written with it and costs nothing.</summary>
public static class LetterHistory
{
    /// <summary>The most moments a letter remembers; the oldest go first.</summary>
    public const int MaxMoments = 30;

    /// <summary>The most characters kept of a carrier's words.</summary>
    public const int MaxWords = 300;

    /// <summary>The letter with the moment of its present state, unless that is the latest it knows.</summary>
    public static Letter Noted(this Letter letter, DateTimeOffset at, string? by = null)
    {
        var says = letter.Problem is { Length: > MaxWords } words ? words[..MaxWords] : letter.Problem;
        var moment = new LetterMoment(at, letter.State, letter.Attempts, string.IsNullOrEmpty(says) ? null : says, by);
        return letter.History is { Count: > 0 } known && known[^1] with { At = at, By = by } == moment
            ? letter
            : letter with { History = [.. (letter.History ?? []).TakeLast(MaxMoments - 1), moment] };
    }
}
