using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;

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
        var written = await letters.AdvanceAsync(after, cancellationToken);
        var ended = await EndedAsync(after, written, cancellationToken);
        await EndLinesAsync(results.Select(r => (ended[r.Letter.Id], r.Keys)), cancellationToken);
        return new(
            after.Count(l => l.State == LetterState.HandedOver),
            after.Count(l => l.State == LetterState.Failed),
            after.Count(l => l.State == LetterState.Uncertain),
            0);
    }

    /// <summary>A letter that an event moved on meanwhile ended as the event says: it may have come back already.</summary>
    private async Task<Dictionary<LetterId, LetterState>> EndedAsync(
        IReadOnlyList<Letter> after, IReadOnlyList<Letter> written, CancellationToken cancellationToken)
    {
        var ended = after.ToDictionary(l => l.Id, l => l.State);
        foreach (var id in ended.Keys.Except(written.Select(l => l.Id)).ToList())
        {
            if (await letters.FindAsync(id, cancellationToken) is { Letter.State: var state } && state.CameBack())
            {
                ended[id] = state;
            }
        }

        return ended;
    }

    /// <summary>Moves the lines of letters to where the letters ended; those of letters still on their way stay.</summary>
    public async Task EndLinesAsync(
        IEnumerable<(LetterState State, IReadOnlyList<ReminderKey> Keys)> ended, CancellationToken cancellationToken)
    {
        var all = ended.ToList();
        var cameBack = all.Where(e => e.State.CameBack()).SelectMany(e => e.Keys).ToList();
        if (cameBack.Count > 0)
        {
            await ledger.ListAsync(cameBack, cancellationToken);
        }

        var lines = all.Where(e => !e.State.CameBack() && e.State.LineState() is not null)
            .SelectMany(e => e.Keys, (e, key) => (Key: key, State: e.State.LineState()!.Value))
            .ToLookup(l => l.State, l => l.Key);
        foreach (var group in lines)
        {
            await ledger.AdvanceAsync([.. group], group.Key, cancellationToken);
        }
    }
}
