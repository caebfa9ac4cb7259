using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

/// <summary>Letters as delivery events ask for them: many at once, from several posts, on the real tables.</summary>
public sealed class LetterFindingTests
{
    private static readonly DateOnly Day = Given.Day("2026-11-20");

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    public async Task Letters_are_found_by_their_ids_and_only_those_that_were_tried(int wanted)
    {
        using var store = await TestStore.CreateAsync();
        var tried = await TriedAsync(store, 80);
        await store.Get<ILetters>().PlanAsync(Day, Items(80..90), [], default);
        var all = await store.Get<ILetters>().OfDayAsync(Day, default).Select(l => l.Letter.Id).ToListAsync();

        var ids = tried.Take(wanted).Select(l => l.Id).ToList();
        var untried = all.Except(tried.Select(l => l.Id)).Take(2);
        var found = await store.Get<ILetters>().AttemptedAsync([.. ids, .. untried], default);

        Assert.Equal(ids.Select(i => i.ToString()).Order(), found.Select(l => l.Id.ToString()).Order());
        Assert.Equal(tried.First(l => l.Id == ids[0]).Version, found.First(l => l.Id == ids[0]).Version);
    }

    [Fact]
    public async Task Posts_at_once_out_of_order_and_again_each_leave_their_mark_once()
    {
        using var store = await TestStore.CreateAsync();
        var letters = await TriedAsync(store, 40);
        MailEventKind[] kinds = [MailEventKind.Delivered, MailEventKind.Deferred, MailEventKind.Processed];
        var receive = new ReceiveMailEvents(store.Get<ILetters>(), [], store.Clock);

        await Task.WhenAll(kinds.Concat(kinds).Select(kind => receive.RunAsync(
            [.. letters.Select(l => new MailEvent($"{kind} of {l.Id}", kind, 0, l.Id, 1, "abc", "4.2.1 busy"))], default)));

        var after = await store.Get<ILetters>().OfDayAsync(Day, default).Select(l => l.Letter).ToListAsync();
        Assert.Equal(40, after.Count);
        Assert.All(after, l => Assert.Equal((LetterState.Delivered, null), (l.State, l.Problem is "" ? null : l.Problem)));
        Assert.All(after, l => Assert.Equal(l.Seen!.Count, l.Seen.Distinct().Count()));
    }

    private static async Task<IReadOnlyList<Letter>> TriedAsync(TestStore store, int count)
    {
        var letters = store.Get<ILetters>();
        await letters.PlanAsync(Day, Items(0..count), [], default);
        var planned = await letters.OfDayAsync(Day, default).ToListAsync();
        return await letters.AdvanceAsync(
            [.. planned.Select(l => l.Letter with { State = LetterState.Uncertain, Attempts = 1 })], default);
    }

    private static Dictionary<string, IReadOnlyList<string>> Items(Range numbers) => Enumerable
        .Range(numbers.Start.Value, numbers.End.Value - numbers.Start.Value)
        .ToDictionary(n => $"p{n}@example.org", n => (IReadOnlyList<string>)["1", "2"]);
}
