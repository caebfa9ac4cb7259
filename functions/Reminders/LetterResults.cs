using ServerlessParty.Mail;

namespace ServerlessParty.Reminders;

/// <summary>The carrier's answer to a letter under way.</summary>
/// <param name="Keys">The reminders that its text holds.</param>
public sealed record LetterResult(Letter Letter, HandOver Answer, IReadOnlyList<ReminderKey> Keys);

/// <summary>Writes what became of attempts: the letters first, then their lines (I3, I4).</summary>
public sealed class LetterResults(IReminderLedger ledger, ILetters letters)
{
    public async Task<LettersSent> WriteAsync(
        IReadOnlyList<LetterResult> results, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var after = results.Select(r => r.Letter.After(r.Answer, now)).ToList();
        await letters.AdvanceAsync(after, cancellationToken);
        await EndLinesAsync(after.Zip(results, (letter, r) => (letter.State, r.Keys)), cancellationToken);
        return new(
            after.Count(l => l.State == LetterState.HandedOver),
            after.Count(l => l.State == LetterState.Failed),
            after.Count(l => l.State == LetterState.Uncertain),
            0);
    }

    /// <summary>Moves the lines of letters to where the letters ended; those of letters still on their way stay.</summary>
    public async Task EndLinesAsync(
        IEnumerable<(LetterState State, IReadOnlyList<ReminderKey> Keys)> ended, CancellationToken cancellationToken)
    {
        var lines = ended.Where(e => e.State.LineState() is not null)
            .SelectMany(e => e.Keys, (e, key) => (Key: key, State: e.State.LineState()!.Value))
            .ToLookup(l => l.State, l => l.Key);
        foreach (var group in lines)
        {
            await ledger.AdvanceAsync([.. group], group.Key, cancellationToken);
        }
    }
}
