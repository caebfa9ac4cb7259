using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

public sealed class MinutesIndexTests
{
    [Fact]
    public async Task All_words_must_occur()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1", "c2", "c3");
        await scene.StoredAsync("c1", "1", words: "nghi quyet thang");
        await scene.StoredAsync("c2", "2", words: "nghi dinh thang");
        await scene.StoredAsync("c3", "3", words: "quyet dinh");

        Assert.Equal(["c1"], await FindAsync(scene, "nghi quyet"));
        Assert.Equal(["c1", "c2"], await FindAsync(scene, "thang"));
        Assert.Empty(await FindAsync(scene, "nghi vang"));
    }

    [Fact]
    public async Task The_newest_period_comes_first_and_a_quarter_stands_beside_its_last_month()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await scene.StoredAsync("c1", "1", "2026-09");
        await scene.StoredAsync("c1", "2", "2026-11");
        await scene.StoredAsync("c1", "3", "2025-12");

        var page = await scene.Index.FindAsync(new(), null, 10, default);

        Assert.Equal(["2026-11", "2026-09", "2025-12"], page.Items.Select(i => i.Id.Key.Period.Value));
    }

    [Fact]
    public async Task Pages_hold_everything_once_whatever_is_asked_for()
    {
        string[] units = [.. Enumerable.Range(10, 25).Select(n => $"c{n}")];
        using var scene = await StoredMinutesScene.CreateAsync(units);
        foreach (var unit in units)
        {
            await scene.StoredAsync(unit, unit, "2026-11", "chi bo");
            await scene.StoredAsync(unit, unit + "b", "2026-10", "chi bo");
        }

        foreach (var query in new MinutesQuery[] { new(), new(Words: ["bo", "chi"]), new(State: MinutesState.Received, Words: ["bo"]) })
        {
            var seen = await AllAsync(scene, query, take: 7);
            Assert.Equal(50, seen.Count);
            Assert.Equal(50, seen.Distinct().Count());
            Assert.Equal(seen.OrderByDescending(id => id.Key.Period.Value).ThenBy(id => id.Key.Organization.Key), seen);
        }
    }

    [Fact]
    public async Task Only_the_units_asked_for_are_found()
    {
        string[] units = [.. Enumerable.Range(10, 25).Select(n => $"c{n}")];
        using var scene = await StoredMinutesScene.CreateAsync(units);
        foreach (var unit in units)
        {
            await scene.StoredAsync(unit, unit, words: "hop");
        }

        var wanted = new HashSet<OrganizationId> { Given.Id("c12"), Given.Id("c13"), Given.Id("c33"), Given.Id("zz") };

        foreach (var query in new MinutesQuery[] { new(wanted), new(wanted, Words: ["hop"]) })
        {
            Assert.Equal(["c12", "c13", "c33"], (await AllAsync(scene, query, take: 2)).Select(id => id.Key.Organization.Value));
        }
    }

    [Fact]
    public async Task A_period_or_a_state_restricts()
    {
        using var scene = await StoredMinutesScene.CreateAsync("c1", "c2");
        await scene.StoredAsync("c1", "1", "2026-10");
        await scene.StoredAsync("c2", "2", "2026-11");
        await scene.ActAsync("c2", new ObligationAct.Acceptance());

        Assert.Equal("c1", Assert.Single(await AllAsync(scene, new(Period: Period.Month(2026, 10)), 5)).Key.Organization.Value);
        Assert.Equal("c2", Assert.Single(await AllAsync(scene, new(State: MinutesState.Accepted), 5)).Key.Organization.Value);
        Assert.Empty(await AllAsync(scene, new(Period: Period.Month(2026, 10), State: MinutesState.Accepted), 5));
    }

    private static async Task<List<string>> FindAsync(StoredMinutesScene scene, string words) =>
        [.. (await AllAsync(scene, new(Words: words.Split(' ')), 50)).Select(id => id.Key.Organization.Value)];

    private static async Task<List<MinutesId>> AllAsync(StoredMinutesScene scene, MinutesQuery query, int take)
    {
        List<MinutesId> all = [];
        string? after = null;
        do
        {
            var page = await scene.Index.FindAsync(query, after, take, default);
            Assert.InRange(page.Items.Count, 0, take);
            all.AddRange(page.Items.Select(i => i.Id));
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
