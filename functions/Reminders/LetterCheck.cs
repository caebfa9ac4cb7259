using ServerlessParty.Mail;
using ServerlessParty.Obligations;

namespace ServerlessParty.Reminders;

/// <summary>A letter as the check right before sending found it.</summary>
/// <param name="Kept">What it may say: still reminded, still due on that day, still for this address.</param>
/// <param name="Dropped">What no longer holds.</param>
/// <param name="Repointed">What holds, but for another address or for nobody with one.</param>
public sealed record CheckedLetter(
    Letter Letter,
    IReadOnlyList<ReminderKey> Kept,
    IReadOnlyList<ReminderKey> Dropped,
    IReadOnlyList<ReminderKey> Repointed)
{
    /// <summary>A letter leaves only whole: what goes elsewhere takes the rest with it into new letters.</summary>
    public bool MayLeave => Kept.Count > 0 && Repointed.Count == 0 && Dropped.Count <= Letter.MaxDropped;
}

/// <summary>Compares letters with what is owed now (I2): one point read per obligation. A line by due day that no longer holds is mended, or it would be planned again and again.</summary>
public sealed class LetterCheck(IObligations obligations, IDueIndex due)
{
    private const int ReadsAtOnce = 16;

    public async Task<IReadOnlyList<CheckedLetter>> RunAsync(
        IReadOnlyList<LetterWithItems> batch, Sending sending, CancellationToken cancellationToken)
    {
        var owed = await ReadAsync(batch.SelectMany(l => l.Keys()).Select(k => k.Obligation).Distinct(), cancellationToken);
        List<CheckedLetter> found = [.. batch.Select(letter => Check(letter, owed, sending))];
        var gone = found.SelectMany(l => l.Dropped).Select(k => (k.Obligation, k.DueOn)).Distinct().ToList();
        await due.MendAsync(gone, cancellationToken);
        return found;
    }

    private async Task<Dictionary<ObligationKey, Obligation?>> ReadAsync(
        IEnumerable<ObligationKey> keys, CancellationToken cancellationToken)
    {
        using var gate = new SemaphoreSlim(ReadsAtOnce);
        var read = await Task.WhenAll(keys.Select(FindAsync));
        return read.ToDictionary(r => r.Key, r => r.Obligation);

        async Task<(ObligationKey Key, Obligation? Obligation)> FindAsync(ObligationKey key)
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                return (key, await obligations.FindAsync(key, cancellationToken));
            }
            finally
            {
                gate.Release();
            }
        }
    }

    private static CheckedLetter Check(
        LetterWithItems letter, Dictionary<ObligationKey, Obligation?> owed, Sending sending)
    {
        var fresh = letter.Keys().Where(k => sending.Taken[k] == LineFate.None).ToLookup(
            k => owed[k.Obligation] is { IsReminded: true } obligation && obligation.DueOn == k.DueOn);
        var here = fresh[true].ToLookup(k => sending.Addressees.Address(k) == letter.Letter.To);
        return new(letter.Letter, [.. here[true]], [.. fresh[false]], [.. here[false]]);
    }
}
