using System.Runtime.CompilerServices;
using ServerlessParty.Obligations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Support;

/// <summary>The ledger in memory.</summary>
internal sealed class InMemoryReminderLedger(Interruptions interruptions) : IReminderLedger
{
    private readonly Dictionary<ReminderKey, Reminder> _lines = [];

    public IReadOnlyCollection<Reminder> Lines => _lines.Values;

    public ReminderState this[ReminderKey key] => _lines[key].State;

    public async IAsyncEnumerable<Reminder> BetweenAsync(
        DateOnly firstDue, DateOnly lastDue, DateOnly sendOnFrom, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var line in _lines.Values.Where(l => l.SendOn >= sendOnFrom).ToList())
        {
            if (line.Key.DueOn >= firstDue && line.Key.DueOn <= lastDue)
            {
                yield return line;
            }
        }
    }

    public async Task<IReadOnlyList<Reminder>> ClaimAsync(
        IReadOnlyCollection<Reminder> reminders, CancellationToken cancellationToken)
    {
        List<Reminder> written = [];
        await interruptions.WriteAsync(reminders, reminder =>
        {
            if (!_lines.TryGetValue(reminder.Key, out var line) || line.State == ReminderState.Cancelled)
            {
                _lines[reminder.Key] = reminder;
                written.Add(reminder);
            }
        });
        return written;
    }

    public Task AdvanceAsync(
        IReadOnlyCollection<ReminderKey> keys, ReminderState state, CancellationToken cancellationToken) =>
        interruptions.WriteAsync(keys, key =>
        {
            if (_lines.TryGetValue(key, out var line) && MayAdvance(line.State, state))
            {
                _lines[key] = line with { State = state };
            }
        });

    public Task ListAsync(IReadOnlyCollection<ReminderKey> keys, CancellationToken cancellationToken) =>
        interruptions.WriteAsync(keys, key =>
        {
            if (_lines.TryGetValue(key, out var line) && line.State is ReminderState.Planned or ReminderState.Sent)
            {
                _lines[key] = line with { State = ReminderState.Listed };
            }
        });

    public Task CancelAsync(ObligationKey obligation, DateOnly dueOn, CancellationToken cancellationToken) =>
        AdvanceAsync(
            [.. _lines.Keys.Where(k => k.Obligation == obligation && k.DueOn == dueOn)],
            ReminderState.Cancelled, cancellationToken);

    private static bool MayAdvance(ReminderState from, ReminderState to) =>
        from is ReminderState.Planned or ReminderState.Listed
        || (from == ReminderState.Cancelled && to == ReminderState.Sent);
}
