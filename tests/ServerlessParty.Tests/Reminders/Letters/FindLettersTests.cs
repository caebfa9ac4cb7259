using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders.Letters;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders.Letters;

public sealed class FindLettersTests : IAsyncLifetime
{
    private static readonly DateOnly Today = Given.Day("2026-11-24");
    private static readonly DateOnly Before = Today.AddDays(-1);

    private TestStore _store = null!;

    private ILetters Letters => _store.Get<ILetters>();

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        await Letters.PutAsync("a@example.org", Today, LetterState.Failed, "a");
        await Letters.PutAsync("b@example.org", Today, LetterState.Delivered, "b7");
        await Letters.PutAsync("c@example.org", Today, LetterState.Delivered, "c");
        await Letters.PutAsync("a@example.org", Before, LetterState.Bounced, "a");
        await Letters.PutAsync("a@example.org", Today.AddDays(-40), LetterState.HandedOver, "a");
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Letters_are_counted_by_day_and_state_the_latest_day_first()
    {
        var found = await FindAsync(new(Today));

        Assert.Equal(
            [new(Today, LetterState.Delivered, 2), new(Today, LetterState.Failed, 1), new(Before, LetterState.Bounced, 1)],
            found.Counts);
        Assert.Equal(4, found.Items.Count);
        Assert.Equal(Before, found.Items[^1].Letter.Id.Day);
    }

    [Fact]
    public async Task A_day_and_a_state_narrow_the_list_and_not_the_counts()
    {
        var found = await FindAsync(new(Today, Today, LetterState.Delivered));

        Assert.Equal(["b@example.org", "c@example.org"], found.Items.Select(l => l.Letter.To).Order());
        Assert.Equal(3, found.Counts.Count);
    }

    [Fact]
    public async Task Pages_together_hold_every_letter_once()
    {
        List<LetterId> seen = [];
        string? next = null;
        do
        {
            var after = LetterId.TryParse(next, out var id) ? id : null;
            var page = await FindAsync(new(Today), after: after, take: 1);
            seen.AddRange(page.Items.Select(l => l.Letter.Id));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal((4, 4), (seen.Count, seen.Distinct().Count()));
        Assert.Equal(seen.OrderByDescending(i => i.Day), seen);
    }

    [Fact]
    public async Task A_person_is_found_by_the_word_that_stands_for_the_address_over_a_longer_time()
    {
        var person = await _store.Get<ILetterRecords>().PersonAsync("A@example.org", default);
        var found = await FindAsync(new(Today, Person: person));

        Assert.DoesNotContain('@', person);
        Assert.Equal(3, found.Items.Count);
        Assert.All(found.Items, l => Assert.Equal("a@example.org", l.Letter.To));
    }

    [Theory]
    [InlineData("chi bo dong da", "b@example.org")]
    [InlineData("B7", "b@example.org")]
    public async Task A_unit_is_found_by_its_name_without_accents_or_its_id(string words, string to)
    {
        var found = await FindAsync(new(Today), await LetterBranch.ReadAsync(Tree(), null, words, default));

        Assert.Equal(to, Assert.Single(found.Items).Letter.To);
        Assert.Equal(new LetterCount(Today, LetterState.Delivered, 1), Assert.Single(found.Counts));
    }

    [Fact]
    public async Task A_branch_sees_letters_to_its_own_contacts_only()
    {
        await Letters.PutAsync("top@example.org", Today, LetterState.Delivered, "b7", "+3/superior");
        var north = await LetterBranch.ReadAsync(Tree(), OrganizationId.Parse("b7"), null, default);

        var found = await FindAsync(new(Today), north);

        Assert.Equal("b@example.org", Assert.Single(found.Items).Letter.To);
    }

    private Task<FoundLetters> FindAsync(
        LetterQuery query, LetterBranch? branch = null, LetterId? after = null, int take = 50) =>
        new FindLetters(Letters, _store.Get<ILetterRecords>()).RunAsync(query, branch ?? LetterBranch.All, after, take, default);

    private static InMemoryUnits Tree()
    {
        var tree = new InMemoryUnits();
        tree.Put(
            Units.Unit("top"), Units.Unit("a", "top") with { Name = "Chi bộ Ái Quốc" },
            Units.Unit("b7", "top") with { Name = "Chi bộ Đống Đa" }, Units.Unit("c", "top") with { Name = "Chi bộ Cửa Nam" });
        return tree;
    }
}
