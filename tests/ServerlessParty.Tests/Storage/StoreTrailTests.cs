using ServerlessParty.Audit;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

/// <summary>What people set for the whole store is watched, anchored and verified like what they do to a unit.</summary>
public sealed class StoreTrailTests
{
    private const string Texts = "store|templates";

    [Fact]
    public async Task The_stores_own_chains_are_trails_among_the_others()
    {
        using var store = await ChangedAsync();
        var trail = store.Get<IAuditTrail>();
        var heads = new Dictionary<string, AuditHead>();
        await foreach (var (name, head) in trail.HeadsAsync(default))
        {
            heads[name] = head;
        }

        Assert.Equal(["store|letters", Texts], heads.Keys.Order());
        Assert.Equal(heads[Texts], await trail.HeadAsync(Texts, default));
        Assert.Equal(["changed", "changed"], (await trail.ReadAsync(Texts, 0, 10, default)).Select(e => e.Action));
        Assert.Equal(new ChainVerification(true, 2, null), await trail.VerifyAsync(Texts, default));
    }

    [Theory]
    [InlineData("text|signin.vi", "Text")]
    [InlineData("audit|0000000001", "Actor")]
    public async Task What_is_changed_beside_them_is_found_and_named(string row, string property)
    {
        using var store = await ChangedAsync();
        var settings = await store.Get<Store>().Settings;
        var changed = (await settings.GetEntityAsync<TableEntity>("templates", row)).Value;
        changed[property] = "somebody else's";
        await settings.UpsertEntityAsync(changed, TableUpdateMode.Replace);

        Assert.Equal([Texts], await BrokenAsync(store, new()));
    }

    [Fact]
    public async Task One_that_was_anchored_and_is_gone_is_found_and_named()
    {
        using var store = await ChangedAsync();
        var anchors = new InMemoryAnchors();
        await anchors.TryAddAsync(
            new(Given.Day("2026-11-24"), AuditAnchor.Beginning, new Dictionary<string, AuditHead> { ["store|rules"] = new(1, "1") }),
            default);

        Assert.Equal(["store|rules"], await BrokenAsync(store, anchors));
    }

    private static async Task<TestStore> ChangedAsync()
    {
        var store = await TestStore.CreateAsync();
        var texts = store.Get<ITemplateStore>();
        await texts.PutAsync("signin", "vi", new("Thư", "{link}"), "", new("operator", "changed"), default);
        await texts.PutAsync("signin", "en", new("Letter", "{link}"), "", new("operator", "changed"), default);
        await store.Get<IStoreTrail>().AppendAsync("letters", new("operator", "settled"), default);
        return store;
    }

    private static async Task<List<string>> BrokenAsync(TestStore store, InMemoryAnchors anchors)
    {
        var trail = store.Get<IAuditTrail>();
        List<string> broken = [];
        await foreach (var (name, verdict) in new VerifyTrails(trail, anchors, new(trail, anchors)).RunAsync(default))
        {
            if (!verdict.Intact)
            {
                broken.Add(name);
            }
        }

        return broken;
    }
}
