using ServerlessParty.Mail;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

public sealed class LetterTableTests
{
    private static readonly DateOnly Day = Given.Day("2026-11-20");

    [Fact]
    public async Task Each_address_gets_one_letter_a_day_with_everything_it_is_told()
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();

        var written = await PlanAsync(letters, ("a@example.org", ["1", "2"]), ("b@example.org", ["3"]));
        var again = await PlanAsync(letters, ("a@example.org", ["1", "2"]), ("b@example.org", ["3"]));
        var more = await PlanAsync(letters, ("a@example.org", ["2", "4"]));

        Assert.Equal((2, 0, 0), (written, again, more));
        var ofA = Assert.Single(await OfDayAsync(letters), l => l.Letter.To == "a@example.org");
        Assert.Equal((3, 3), (ofA.Letter.Count, ofA.Items.Distinct().Count()));
    }

    [Fact]
    public async Task What_arises_after_a_letter_left_goes_into_the_next()
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();
        await PlanAsync(letters, ("a@example.org", ["1"]));
        var first = Assert.Single(await OfDayAsync(letters)).Letter;
        await letters.AdvanceAsync([first with { State = LetterState.Sending }], default);

        await PlanAsync(letters, ("a@example.org", ["1", "2"]));

        var second = Assert.Single(await OfDayAsync(letters), l => l.Letter.State == LetterState.Planned);
        Assert.Equal(["2"], second.Items);
        Assert.NotEqual(first.Id, second.Letter.Id);
    }

    [Fact]
    public async Task What_a_cancelled_letter_held_is_planned_again()
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();
        await PlanAsync(letters, ("a@example.org", ["1"]));
        var first = Assert.Single(await OfDayAsync(letters)).Letter;
        await letters.AdvanceAsync([first with { State = LetterState.Cancelled }], default);

        Assert.Equal(1, await PlanAsync(letters, ("a@example.org", ["1"])));
    }

    [Fact]
    public async Task What_was_dropped_before_sending_is_no_part_of_the_letter_and_may_be_planned_again()
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();
        await PlanAsync(letters, ("a@example.org", ["1", "2"]));
        var planned = Assert.Single(await OfDayAsync(letters)).Letter;

        var sent = await letters.AdvanceAsync([planned with { State = LetterState.Sending, Count = 1, Dropped = ["2"] }], default);
        await letters.AdvanceAsync([sent[0] with { State = LetterState.HandedOver }], default);
        var written = await PlanAsync(letters, ("a@example.org", ["1", "2"]));

        var found = await OfDayAsync(letters);
        Assert.Equal(1, written);
        Assert.Equal(["1"], Assert.Single(found, l => l.Letter.State == LetterState.HandedOver).Items);
        Assert.Equal(["2"], Assert.Single(found, l => l.Letter.State == LetterState.Planned).Items);
    }

    [Fact]
    public async Task What_was_dropped_from_a_letter_that_did_not_leave_can_be_added_to_it_again()
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();
        await PlanAsync(letters, ("a@example.org", ["1", "2"]));
        var planned = Assert.Single(await OfDayAsync(letters)).Letter;
        await letters.AdvanceAsync([planned with { Count = 1, Dropped = ["2"] }], default);

        await PlanAsync(letters, ("a@example.org", ["1", "2"]));

        Assert.Equal(["1", "2"], Assert.Single(await OfDayAsync(letters)).Items.Order());
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(350)]
    public async Task A_large_letter_is_whole(int items)
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();

        await PlanAsync(letters, ("a@example.org", [.. Enumerable.Range(1, items).Select(i => $"{i}")]));

        var letter = Assert.Single(await OfDayAsync(letters));
        Assert.Equal((items, items), (letter.Letter.Count, letter.Items.Count));
    }

    [Fact]
    public async Task Two_planners_at_once_leave_every_item_in_exactly_one_letter()
    {
        using var store = await TestStore.CreateAsync();
        using var other = await store.AgainAsync();
        var plans = Enumerable.Range(1, 40).Select(i => ($"p{i % 20}@example.org", new[] { $"{i}", $"{i + 100}" })).ToArray();
        var merged = plans.GroupBy(p => p.Item1).Select(g => (g.Key, g.SelectMany(p => p.Item2).ToArray())).ToArray();

        await Task.WhenAll(PlanAsync(store.Get<ILetters>(), merged), PlanAsync(other.Get<ILetters>(), merged));

        var held = (await OfDayAsync(store.Get<ILetters>())).SelectMany(l => l.Items).ToList();
        Assert.Equal(80, held.Count);
        Assert.Equal(80, held.Distinct().Count());
    }

    [Fact]
    public async Task A_large_letter_cut_off_while_it_was_written_is_not_seen_and_is_whole_after_the_next_planning()
    {
        using var store = await TestStore.CreateAsync();
        using var transport = new CuttingTransport();
        using var cut = await store.AgainAsync(transport);
        await OfDayAsync(cut.Get<ILetters>());
        await PlanAsync(cut.Get<ILetters>(), ("b@example.org", ["0"]));
        transport.Reset();
        transport.CutAt = 3;
        string[] items = [.. Enumerable.Range(1, 250).Select(i => $"{i}")];

        await Assert.ThrowsAnyAsync<Exception>(() => PlanAsync(cut.Get<ILetters>(), ("a@example.org", items)));
        Assert.DoesNotContain(await OfDayAsync(store.Get<ILetters>()), l => l.Letter.To == "a@example.org");

        await PlanAsync(store.Get<ILetters>(), ("a@example.org", items));
        Assert.Equal(250, Assert.Single(await OfDayAsync(store.Get<ILetters>()), l => l.Letter.To == "a@example.org").Items.Count);
    }

    [Fact]
    public async Task Of_two_who_claim_the_same_letters_each_letter_goes_to_one()
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();
        await PlanAsync(letters, [.. Enumerable.Range(1, 30).Select(i => ($"p{i}@example.org", new[] { "1" }))]);
        var planned = (await OfDayAsync(letters)).Select(l => l.Letter with { State = LetterState.Sending }).ToList();
        var half = planned.Take(15).ToList();

        var first = await letters.AdvanceAsync(half, default);
        var second = await letters.AdvanceAsync(planned, default);

        Assert.Equal((15, 15), (first.Count, second.Count));
        Assert.Equal(30, first.Concat(second).Select(l => l.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_letter_of_an_event_is_begun_once()
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();

        Assert.NotNull(await letters.BeginAsync(LetterClass.Access, "e1", Day, "a@example.org", default));
        Assert.Null(await letters.BeginAsync(LetterClass.Access, "e1", Day, "a@example.org", default));
    }

    [Fact]
    public async Task Letters_that_hang_in_sending_are_found_and_others_not()
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();
        var begun = await letters.BeginAsync(LetterClass.Access, "e1", Day, "a@example.org", default);
        await PlanAsync(letters, ("a@example.org", ["1"]));

        var now = store.Clock.GetUtcNow();
        Assert.Empty(await letters.StuckAsync(Day.AddDays(-7), now, default).ToListAsync());
        var stuck = Assert.Single(await letters.StuckAsync(Day.AddDays(-7), now.AddMinutes(15), default).ToListAsync());
        Assert.Equal(begun!.Id, stuck.Letter.Id);
    }

    [Fact]
    public async Task What_waits_for_a_person_is_counted_from_a_day_on()
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();
        foreach (var (day, state) in ((DateOnly, LetterState)[])
            [(Day.AddDays(-1), LetterState.Failed), (Day, LetterState.Failed), (Day, LetterState.Uncertain), (Day.AddDays(1), LetterState.Uncertain), (Day, LetterState.HandedOver)])
        {
            var letter = await letters.BeginAsync(LetterClass.Receipt, $"{state}", day, "a@example.org", default);
            await letters.AdvanceAsync([letter! with { State = state }], default);
        }

        await PlanAsync(letters, ("a@example.org", ["1", "2"]));

        Assert.Equal(new(2, 1), await letters.CountUnsettledAsync(Day, default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Pages_hold_every_letter_once(int take)
    {
        using var store = await TestStore.CreateAsync();
        var letters = store.Get<ILetters>();
        await PlanAsync(letters, [.. Enumerable.Range(1, 20).Select(i => ($"p{i}@example.org", new[] { "1" }))]);
        var seen = new List<LetterId>();
        string? next = null;
        do
        {
            var page = await letters.PageAsync(null, null, next, take, default);
            seen.AddRange(page.Items.Select(l => l.Letter.Id));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal((20, 20), (seen.Count, seen.Distinct().Count()));
    }

    private static Task<int> PlanAsync(ILetters letters, params (string To, string[] Items)[] plans) =>
        PlanKnownAsync(letters, plans.ToDictionary(p => p.To, p => (IReadOnlyList<string>)p.Items));

    private static async Task<int> PlanKnownAsync(ILetters letters, Dictionary<string, IReadOnlyList<string>> plans) =>
        await letters.PlanAsync(Day, plans, await OfDayAsync(letters), default);

    private static async Task<List<LetterWithItems>> OfDayAsync(ILetters letters) =>
        await letters.OfDayAsync(Day, default).ToListAsync();
}
