using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

public sealed class ReminderTableTests
{
    private static readonly DateOnly DueOn = Given.Day("2026-12-04");

    [Fact]
    public async Task A_step_is_claimed_once_whoever_asks_at_the_same_moment()
    {
        using var store = await TestStore.CreateAsync();
        using var other = await store.AgainAsync();
        var wanted = Enumerable.Range(1, 230).Select(i => Line($"c{i}", -14)).ToList();

        var claims = await Task.WhenAll(
            store.Get<IReminderLedger>().ClaimAsync(wanted, default),
            other.Get<IReminderLedger>().ClaimAsync(wanted, default),
            store.Get<IReminderLedger>().ClaimAsync([.. wanted.Take(40)], default));

        var claimed = claims.SelectMany(c => c).Select(r => r.Key).ToList();
        Assert.Equal(230, claimed.Count);
        Assert.Equal(230, claimed.Distinct().Count());
        Assert.Equal(230, (await ReadAsync(store)).Count);
    }

    [Fact]
    public async Task A_sent_step_is_never_claimed_again_a_cancelled_one_is()
    {
        using var store = await TestStore.CreateAsync();
        var ledger = store.Get<IReminderLedger>();
        await ledger.ClaimAsync([Line("c1", -14), Line("c2", -14)], default);
        await ledger.AdvanceAsync([Line("c1", -14).Key], ReminderState.Sent, default);
        await ledger.CancelAsync(Given.Key("c1"), DueOn, default);
        await ledger.CancelAsync(Given.Key("c2"), DueOn, default);

        var again = await ledger.ClaimAsync([Line("c1", -14), Line("c2", -14)], default);

        Assert.Equal(Line("c2", -14).Key, Assert.Single(again).Key);
    }

    [Fact]
    public async Task Cancelling_a_due_day_leaves_other_days_and_other_obligations()
    {
        using var store = await TestStore.CreateAsync();
        var ledger = store.Get<IReminderLedger>();
        await ledger.ClaimAsync([Line("c1", -14), Line("c1", -7), Line("c10", -14), Line("c1", -14, "2026-12-05")], default);

        await ledger.CancelAsync(Given.Key("c1"), DueOn, default);

        var lines = await ReadAsync(store);
        Assert.Equal(2, lines.Count(l => l.State == ReminderState.Cancelled));
        Assert.Equal(2, lines.Count(l => l.State == ReminderState.Planned));
    }

    [Fact]
    public async Task Lines_are_read_by_due_day_and_from_a_sending_day_on_and_steps_read_as_they_were_written()
    {
        using var store = await TestStore.CreateAsync();
        var ledger = store.Get<IReminderLedger>();
        Reminder[] lines = [Line("c1", -14), Line("c1", 0), Line("c1", 3, role: ReminderRole.Superior), Line("c1", -7, role: ReminderRole.Deputy(2))];
        await ledger.ClaimAsync(lines, default);

        var all = await ReadAsync(store);
        var later = await ledger.BetweenAsync(DueOn, DueOn, DueOn, default).ToListAsync();

        Assert.Equal(lines.Select(l => l.Key.Step.ToString()).Order(), all.Select(l => l.Key.Step.ToString()).Order());
        Assert.Equal(["+3/superior", "0"], later.Select(l => l.Key.Step.ToString()).Order(StringComparer.Ordinal));
        Assert.Empty(await ledger.BetweenAsync(DueOn.AddDays(1), DueOn.AddDays(9), DateOnly.MinValue, default).ToListAsync());
    }

    [Fact]
    public async Task Lines_are_sent_in_one_request_whatever_they_were_and_one_that_is_absent_does_not_appear()
    {
        using var transport = new CuttingTransport();
        using var store = await TestStore.CreateAsync(transport);
        var ledger = store.Get<IReminderLedger>();
        var lines = Enumerable.Range(-7, 5).Select(offset => Line("c1", offset)).ToList();
        await ledger.ClaimAsync(lines, default);
        await ledger.AdvanceAsync([lines[0].Key], ReminderState.Listed, default);
        await ledger.AdvanceAsync([lines[1].Key], ReminderState.Cancelled, default);
        transport.Reset();

        await ledger.AdvanceAsync([.. lines.Take(4).Select(l => l.Key), lines[0].Key], ReminderState.Sent, default);
        var requests = transport.Requests;
        await ledger.AdvanceAsync([lines[4].Key, Line("c1", 3).Key], ReminderState.Sent, default);

        Assert.Equal(1, requests);
        var stored = await ReadAsync(store);
        Assert.Equal(lines.Select(l => l.Key).ToHashSet(), stored.Select(l => l.Key).ToHashSet());
        Assert.All(stored, line => Assert.Equal(ReminderState.Sent, line.State));
    }

    private static Reminder Line(string unit, int offset, string dueOn = "2026-12-04", ReminderRole? role = null) => new(
        new ReminderKey(Given.Key(unit), Given.Day(dueOn), new ReminderStep(offset, role ?? ReminderRole.Secretary)),
        Given.Day(dueOn).AddDays(offset),
        ReminderState.Planned);

    private static async Task<List<Reminder>> ReadAsync(TestStore store) => await store.Get<IReminderLedger>()
        .BetweenAsync(DueOn.AddDays(-1), DueOn.AddDays(9), DateOnly.MinValue, default).ToListAsync();
}
