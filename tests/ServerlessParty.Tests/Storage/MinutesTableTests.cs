using ServerlessParty.Audit;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

public sealed class MinutesTableTests
{
    private static readonly ObligationKey Key = Given.Key("c1", "minutes.regular", "2026-11");

    [Fact]
    public async Task Minutes_come_back_as_they_were_stored_with_their_bytes()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await scene.OpenAsync("c1");

        var stored = await scene.StoredAsync("c1", "Biên bản tháng 11");

        Assert.Equal(stored, await scene.Minutes.FindAsync(stored.Id, default));
        Assert.Equal("Biên bản tháng 11", await scene.ReadAsync(stored));
        Assert.Equal("c1_minutes.regular_2026-11_1", stored.Id.ToString());
    }

    [Fact]
    public async Task The_obligation_is_submitted_and_reminded_no_more_by_the_same_entry()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await scene.OpenAsync("c1");

        await scene.StoredAsync("c1", "one");

        var owed = await scene.Store.Get<IObligations>().FindAsync(Key, default);
        Assert.Equal((ObligationState.Submitted, Given.Day("2026-11-02")), (owed!.State, owed.ReceivedOn!.Value));
        Assert.Empty(await DueAsync(scene, DueStates.Reminded));
        var entries = await scene.Store.Get<IAuditTrail>().ReadAsync("c1", 0, 10, default);
        Assert.Equal(["organization.imported", "obligation.opened", "minutes.received"], entries.Select(e => e.Action));
        Assert.True((await scene.Store.Get<IAuditTrail>().VerifyAsync("c1", default))!.Intact);
    }

    [Fact]
    public async Task The_same_bytes_of_one_unit_are_stored_once_and_name_the_original()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        var first = await scene.StoredAsync("c1", "same");

        var again = await scene.StoreAsync("c1", "same", period: "2026-10");

        Assert.Equal(first.Id, Assert.IsType<StoredMinutes.Duplicate>(again).Original);
        Assert.Equal(first.Id, await scene.Minutes.FindBytesAsync(Given.Id("c1"), first.Sha256, default));
        Assert.Single(await scene.Minutes.OfAsync(Given.Id("c1"), default));
    }

    [Fact]
    public async Task Another_unit_may_hand_in_the_same_bytes_and_both_are_found_by_them()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1", "c2");
        var one = await scene.StoredAsync("c1", "same");
        var other = await scene.StoredAsync("c2", "same");

        Assert.Equal([one.Id, other.Id], await scene.Index.WithBytesAsync(one.Sha256, default));
    }

    [Fact]
    public async Task A_further_file_is_a_new_version_and_the_older_stays()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await scene.OpenAsync("c1");
        await scene.StoredAsync("c1", "first");
        var second = await scene.StoredAsync("c1", "second");

        Assert.Equal(2, second.Id.Version);
        Assert.Equal([2, 1], (await scene.Minutes.VersionsAsync(Key, default)).Select(m => m.Id.Version));
        Assert.Equal("first", await scene.ReadAsync((await scene.Minutes.FindAsync(new(Key, 1), default))!));
    }

    [Fact]
    public async Task What_never_opened_is_there_from_now_on_and_an_opening_finds_it_done()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");

        await scene.StoredAsync("c1", "early");
        await scene.OpenAsync("c1");

        var owed = Assert.Single(await scene.Store.Get<IObligations>().OfAsync(Given.Id("c1"), default));
        Assert.Equal((ObligationState.Submitted, Given.Day("2026-12-05")), (owed.State, owed.DueOn));
        Assert.Empty(await DueAsync(scene, DueStates.Reminded));
    }

    [Theory]
    [InlineData(true, MinutesState.Accepted)]
    [InlineData(false, MinutesState.Returned)]
    public async Task A_verdict_on_the_obligation_moves_its_newest_version(bool accepted, MinutesState state)
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await scene.OpenAsync("c1");
        await scene.StoredAsync("c1", "first");
        await scene.StoredAsync("c1", "second");

        await scene.ActAsync("c1", accepted ? new ObligationAct.Acceptance() : new ObligationAct.Return("Thiếu chữ ký"));

        var versions = await scene.Minutes.VersionsAsync(Key, default);
        Assert.Equal([state, MinutesState.Received], versions.Select(m => m.State));
        var found = await scene.Index.FindAsync(new(State: state), null, 10, default);
        Assert.Equal(versions[0].Id, Assert.Single(found.Items).Id);
        Assert.True((await scene.Store.Get<IAuditTrail>().VerifyAsync("c1", default))!.Intact);
    }

    [Fact]
    public async Task What_was_returned_may_come_again_and_what_was_accepted_may_not()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await scene.OpenAsync("c1");
        await scene.StoredAsync("c1", "first");
        await scene.ActAsync("c1", new ObligationAct.Return("Thiếu chữ ký"));

        Assert.Equal(2, (await scene.StoredAsync("c1", "second")).Id.Version);
        await scene.ActAsync("c1", new ObligationAct.Acceptance());
        var third = await scene.StoreAsync("c1", "third");

        Assert.IsType<ObligationOutcome.Refused>(Assert.IsType<StoredMinutes.Refused>(third).Outcome);
        Assert.Equal(2, (await scene.Minutes.OfAsync(Given.Id("c1"), default)).Count);
    }

    [Fact]
    public async Task Ten_at_once_become_ten_versions_of_ten_files_and_one_of_ten_times_the_same()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await scene.OpenAsync("c1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => scene.StoreAsync("c1", $"file {n % 5}")));

        Assert.Equal(5, outcomes.OfType<StoredMinutes.Done>().Count());
        Assert.Equal([5, 4, 3, 2, 1], (await scene.Minutes.VersionsAsync(Key, default)).Select(m => m.Id.Version));
        Assert.True((await scene.Store.Get<IAuditTrail>().VerifyAsync("c1", default))!.Intact);
    }

    private static ValueTask<List<DueItem>> DueAsync(StoredMinutesScene scene, DueStates states) =>
        scene.Store.Get<IDueIndex>().BetweenAsync(Given.Day("2026-12-01"), Given.Day("2026-12-31"), states, default).ToListAsync();
}
