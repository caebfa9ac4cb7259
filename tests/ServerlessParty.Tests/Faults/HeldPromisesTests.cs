using ServerlessParty.Access;
using ServerlessParty.Classification;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>What must always hold of reminders (I2, I5, I6, I10), on the real store. That a role reaches its own branch only is asked of every route elsewhere.</summary>
public sealed class HeldPromisesTests
{
    private static readonly Organization[] Units =
    [
        Given.Unit("tinh", kind: "Provincial"),
        Given.Unit("a", "tinh", email: "a@example.vn"),
        Given.Unit("b", "tinh", email: "b@example.vn"),
        Given.Unit("c", "tinh", email: "c@example.vn"),
        Given.Unit("d", "tinh", email: "d@example.vn"),
    ];

    [Fact]
    public async Task I2_what_is_handed_in_waived_or_moved_between_plan_and_sending_is_in_no_letter()
    {
        using var store = await OpenedAsync();
        using var process = store.Start();
        Assert.Equal(4, (await process.PlanAsync()).Letters);

        await process.ActAsync(Given.Key("a"), new ObligationAct.Submission(FaultStore.Today, null));
        await process.ActAsync(Given.Key("b"), new ObligationAct.Waiver("Chi bộ mới thành lập."));
        await MoveAsync(process, "c", "2026-12-31");
        var sent = await process.SendAsync();

        Assert.Equal(new LettersSent(1, 0, 0, 3), sent);
        var outcome = await FaultOutcome.ReadAsync(store, process);
        Assert.Equal(["d@example.vn: d 04/12/2026"], outcome.MailLines);
        outcome.AssertOfOnePiece();
    }

    [Fact]
    public async Task I5_after_a_long_outage_each_gets_the_latest_missed_step_only()
    {
        using var store = await OpenedAsync();
        using var process = store.Start();
        await process.PlanAsync();
        await process.SendAsync();
        store.Clock.SetTo("2026-12-02T02:00:00Z");

        var planned = await process.PlanAsync();
        var sent = await process.SendAsync();

        Assert.Equal(new RemindersPlanned(4, 4, 4), planned);
        Assert.Equal(4, sent.HandedOver);
        var outcome = await FaultOutcome.ReadAsync(store, process);
        Assert.Equal(
            ["a -14", "a -3", "b -14", "b -3", "c -14", "c -3", "d -14", "d -3"],
            outcome.Ledger.Select(l => $"{l.Key.Obligation.Organization} {l.Key.Step}").Order(StringComparer.Ordinal));
        Assert.All(outcome.Ledger, l => Assert.Equal(ReminderState.Sent, l.State));
        Assert.Equal(8, outcome.MailLines.Count);
    }

    [Fact]
    public async Task I5_a_step_whose_day_lies_before_the_obligation_was_armed_is_not_missed()
    {
        using var store = await OpenedAsync();
        using var process = store.Start();
        store.Clock.SetTo("2026-11-25T02:00:00Z");
        await MoveAsync(process, "a", "2026-12-05");

        await process.PlanAsync();

        var outcome = await FaultOutcome.ReadAsync(store, process);
        Assert.Equal(["b", "c", "d"], outcome.Ledger.Select(l => l.Key.Obligation.Organization.Value).Order());
    }

    [Fact]
    public async Task I5_a_run_hands_over_at_most_its_cap_and_the_next_the_rest()
    {
        using var store = await OpenedAsync();
        using var process = store.Start(runCap: 3);
        await process.PlanAsync();

        Assert.Equal(3, (await process.SendAsync()).HandedOver);
        Assert.Equal(1, (await process.SendAsync()).HandedOver);
        Assert.Equal(LettersSent.Nothing, await process.SendAsync());
        (await FaultOutcome.ReadAsync(store, process)).AssertOfOnePiece();
    }

    [Fact]
    public async Task I6_a_due_day_moved_and_moved_back_arms_what_was_cancelled_and_never_what_was_sent()
    {
        using var store = await OpenedAsync();
        using var process = store.Start();
        await process.PlanAsync();
        await MoveAsync(process, "a", "2026-12-31");
        await process.SendAsync();
        var moved = await FaultOutcome.ReadAsync(store, process);

        await MoveAsync(process, "a", "2026-12-04");
        await MoveAsync(process, "b", "2026-12-31");
        await MoveAsync(process, "b", "2026-12-04");
        await FaultDay.FinishAsync(process, store.Clock);

        Assert.Equal(["b@example.vn: b 04/12/2026", "c@example.vn: c 04/12/2026", "d@example.vn: d 04/12/2026"], moved.MailLines);
        Assert.Contains("a 2026-12-04 -14 Cancelled", moved.LedgerLines);
        var outcome = await FaultOutcome.ReadAsync(store, process);
        Assert.Equal(["a@example.vn: a 04/12/2026", .. moved.MailLines], outcome.MailLines);
        Assert.Equal(4, outcome.Count(ReminderState.Sent));
        outcome.AssertOfOnePiece();
    }

    [Fact]
    public async Task I6_a_due_day_moved_nearer_brings_the_step_of_the_new_day()
    {
        using var store = await OpenedAsync();
        using var process = store.Start();
        await process.PlanAsync();
        await MoveAsync(process, "a", "2026-11-27");

        await FaultDay.FinishAsync(process, store.Clock);

        var outcome = await FaultOutcome.ReadAsync(store, process);
        Assert.Contains("a@example.vn: a 27/11/2026", outcome.MailLines);
        Assert.DoesNotContain("a@example.vn: a 04/12/2026", outcome.MailLines);
        Assert.Equal(["a 2026-11-27 -7 Sent", "a 2026-12-04 -14 Cancelled"], outcome.LedgerLines.Take(2));
    }

    [Fact]
    public async Task I10_a_replaced_contact_loses_the_link_that_a_letter_brought_and_the_new_one_gets_another()
    {
        using var store = await OpenedAsync();
        using var process = store.Start();
        await process.PlanAsync();
        await process.SendAsync();
        var old = await FaultMails.TokenAsync(store.MailPath, "a@example.vn");
        Assert.IsType<OpenedLink.Alive>(await process.Get<OpenUnitLink>().RunAsync(old, default));

        var next = Contacts.Unknown with { Secretary = new Contact("Trần Thị Mới", "moi@example.vn", null) };
        await process.Get<ReplaceContacts>().RunAsync(Given.Id("a"), next, "test", default);
        store.Clock.SetTo("2026-11-27T02:00:00Z");
        await process.PlanAsync();
        await process.SendAsync();

        var open = process.Get<OpenUnitLink>();
        Assert.IsType<OpenedLink.Dead>(await open.RunAsync(old, default));
        Assert.IsType<OpenedLink.Alive>(await open.RunAsync(await FaultMails.TokenAsync(store.MailPath, "moi@example.vn"), default));
    }

    private static Task<ObligationOutcome> MoveAsync(FaultProcess process, string unit, string dueOn) =>
        process.ActAsync(Given.Key(unit), new ObligationAct.Extension(Given.Day(dueOn), "Bí thư đi học."));

    private static async Task<FaultStore> OpenedAsync()
    {
        var store = await FaultStore.CreateAsync(Units, FaultDay.Steps[0]);
        using var process = store.Start();
        await process.Get<OpenCampaign>().RunAsync(2026, "test", default);
        return store;
    }
}
