using ServerlessParty.Audit;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

public sealed class ObligationTableTests
{
    private static readonly string[] Cells = [.. Enumerable.Range(1, 12).Select(i => $"c{i}")];

    [Fact]
    public async Task Opening_twice_adds_nothing()
    {
        using var store = await WithUnitsAsync();
        var obligations = store.Get<IObligations>();

        Assert.Equal(12, await obligations.OpenAsync(Wanted(), "test", default));
        Assert.Equal(0, await obligations.OpenAsync(Wanted(), "test", default));
        Assert.Equal(12, (await DueAsync(store)).Count);
    }

    [Fact]
    public async Task An_obligation_that_was_extended_is_not_opened_again_for_its_first_day()
    {
        using var store = await OpenedAsync();
        await ExtendAsync(store, "c1", "2026-12-10");

        Assert.Equal(0, await store.Get<IObligations>().OpenAsync(Wanted(), "test", default));

        Assert.Equal(Given.Day("2026-12-10"), Assert.Single(await DueAsync(store), d => d.Key == Given.Key("c1")).DueOn);
    }

    [Fact]
    public async Task A_closed_unit_owes_nothing_new_and_no_longer_what_it_owed()
    {
        using var store = await OpenedAsync();
        var obligations = store.Get<IObligations>();

        await obligations.CloseUnitAsync(
            Given.Id("c1"), u => new(u with { ValidTo = Given.Day("2026-11-02") }, new AuditNote("test", "organization.closed")), default);
        await obligations.OpenAsync([Given.Obligation("c1", kind: "minutes.regular")], "test", default);

        var owed = Assert.Single(await obligations.OfAsync(Given.Id("c1"), default));
        Assert.Equal(ObligationState.Withdrawn, owed.State);
        Assert.DoesNotContain(await DueAsync(store), d => d.Key.Organization == Given.Id("c1") && d.IsReminded);
    }

    [Fact]
    public async Task A_moved_due_day_has_one_line_at_its_new_day()
    {
        using var store = await OpenedAsync();

        await ExtendAsync(store, "c2", "2026-12-10");

        Assert.Equal(Given.Day("2026-12-10"), Assert.Single(await DueAsync(store), d => d.Key == Given.Key("c2")).DueOn);
    }

    [Fact]
    public async Task What_was_submitted_is_not_read_as_reminded()
    {
        using var store = await OpenedAsync();

        await SubmitAsync(store, "c3");

        var reminded = await store.Get<IDueIndex>().BetweenAsync(Given.Day("2026-12-01"), Given.Day("2026-12-31"), DueStates.Reminded, default).ToListAsync();
        Assert.Equal(11, reminded.Count);
        Assert.DoesNotContain(reminded, d => d.Key == Given.Key("c3"));
        Assert.Equal(12, (await DueAsync(store)).Count);
    }

    [Fact]
    public async Task A_refused_change_writes_nothing_and_says_why()
    {
        using var store = await OpenedAsync();

        var outcome = await store.Get<IObligations>().ChangeAsync(
            Given.Key("c1"), o => new ObligationOutcome.Refused(o, "obligation.state"), "test", default);

        Assert.Equal("obligation.state", Assert.IsType<ObligationOutcome.Refused>(outcome).Code);
        Assert.Equal(2, (await store.Get<IAuditTrail>().ReadAsync("c1", 0, 100, default)).Count);
    }

    [Fact]
    public async Task An_unknown_obligation_is_not_found()
    {
        using var store = await WithUnitsAsync();

        var outcome = await store.Get<IObligations>().ChangeAsync(
            Given.Key("c1"), o => new ObligationOutcome.Changed(o, "never"), "test", default);

        Assert.IsType<ObligationOutcome.NotFound>(outcome);
    }

    [Fact]
    public async Task Ten_people_who_change_one_obligation_at_once_each_leave_an_entry()
    {
        using var store = await OpenedAsync();
        var obligations = store.Get<IObligations>();

        await Task.WhenAll(Enumerable.Range(1, 10).Select(i => obligations.ChangeAsync(
            Given.Key("c1"), o => new ObligationOutcome.Changed(o with { Comment = o.Comment + "x" }, "obligation.noted"), $"p{i}", default)));

        Assert.Equal(10, (await obligations.FindAsync(Given.Key("c1"), default))!.Comment!.Length);
        Assert.True((await store.Get<IAuditTrail>().VerifyAsync("c1", default))!.Intact);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_write_an_opening_is_cut_off_at_every_reminded_obligation_has_its_line(bool delivers)
    {
        for (var cut = 1; ; cut++)
        {
            using var store = await WithUnitsAsync();
            var error = await CutAsync(store, cut, delivers, s => s.Get<IObligations>().OpenAsync(Wanted(), "test", default));
            await AssertLinesAsync(store, cut);

            await store.Get<IObligations>().OpenAsync(Wanted(), "test", default);
            Assert.Equal(12, (await DueAsync(store)).Count);
            await AssertLinesAsync(store, cut);
            if (error is null)
            {
                Assert.True(cut > 12);
                return;
            }

            cut += 2;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_write_an_extension_is_cut_off_at_every_reminded_obligation_has_its_line(bool delivers)
    {
        for (var cut = 1; ; cut++)
        {
            using var store = await OpenedAsync();
            var error = await CutAsync(store, cut, delivers, s => ExtendAsync(s, "c1", "2026-12-10"));

            await AssertLinesAsync(store, cut);
            if (error is null)
            {
                Assert.True(cut > 3);
                return;
            }
        }
    }

    private static async Task<Exception?> CutAsync(TestStore store, int cut, bool delivers, Func<TestStore, Task> run)
    {
        using var transport = new CuttingTransport { Delivers = delivers };
        using var other = await store.AgainAsync(transport);
        await DueAsync(other);
        await other.Get<IObligations>().FindAsync(Given.Key("c1"), default);
        transport.Reset();
        transport.CutAt = cut;
        return await Record.ExceptionAsync(() => run(other));
    }

    private static async Task AssertLinesAsync(TestStore store, int cut)
    {
        var lines = await DueAsync(store);
        foreach (var cell in Cells)
        {
            foreach (var owed in await store.Get<IObligations>().OfAsync(Given.Id(cell), default))
            {
                Assert.True(
                    !owed.IsReminded || lines.Any(l => l.Key == owed.Key && l.DueOn == owed.DueOn && l.IsReminded),
                    $"Cut {cut}: {owed.Key} has no line.");
            }
        }
    }

    private static Task ExtendAsync(TestStore store, string unit, string dueOn) => store.Get<IObligations>().ChangeAsync(
        Given.Key(unit), o => new ObligationOutcome.Changed(o with { DueOn = Given.Day(dueOn) }, "obligation.extended"), "test", default);

    private static Task SubmitAsync(TestStore store, string unit) => store.Get<IObligations>().ChangeAsync(
        Given.Key(unit), o => new ObligationOutcome.Changed(o with { State = ObligationState.Submitted }, "obligation.submitted"), "test", default);

    private static List<Obligation> Wanted() => [.. Cells.Select(c => Given.Obligation(c))];

    private static async Task<List<DueItem>> DueAsync(TestStore store) => await store.Get<IDueIndex>()
        .BetweenAsync(Given.Day("2026-11-01"), Given.Day("2027-12-31"), DueStates.All, default).ToListAsync();

    private static async Task<TestStore> WithUnitsAsync()
    {
        var store = await TestStore.CreateAsync();
        Organization[] units = [Given.Unit("p", kind: "Provincial"), .. Cells.Select(c => Given.Unit(c, "p"))];
        await store.Get<IOrganizations>().SaveAllAsync(units, "test", default);
        return store;
    }

    private static async Task<TestStore> OpenedAsync()
    {
        var store = await WithUnitsAsync();
        await store.Get<IObligations>().OpenAsync(Wanted(), "test", default);
        return store;
    }
}
