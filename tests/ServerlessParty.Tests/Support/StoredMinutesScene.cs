using System.Text;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>Units on a real store, and documents handed in for them straight at the port.</summary>
internal sealed class StoredMinutesScene(TestStore store) : IDisposable
{
    public TestStore Store { get; } = store;

    public IMinutes Minutes => Store.Get<IMinutes>();

    public IMinutesIndex Index => Store.Get<IMinutesIndex>();

    public static async Task<StoredMinutesScene> CreateAsync(params string[] units)
    {
        var store = await TestStore.CreateAsync();
        await store.Get<IOrganizations>().SaveAllAsync([.. units.Select(u => Given.Unit(u))], "test", default);
        return new(store);
    }

    public Task OpenAsync(string unit, string period = "2026-11", string dueOn = "2026-12-05") =>
        Store.Get<IObligations>().OpenAsync(
            [new(Given.Key(unit, "minutes.regular", period), Given.Day(dueOn), Given.Day("2026-11-01"))], "test", default);

    public async Task<StoredMinutes> StoreAsync(
        string unit, string text, string period = "2026-11", string words = "", string name = "bien-ban.pdf")
    {
        await using var file = await Papers.SpoolAsync(text, name);
        return await StoreAsync(unit, file, period, words);
    }

    public Task<StoredMinutes> StoreAsync(string unit, SpooledFile file, string period = "2026-11", string words = "")
    {
        var key = Given.Key(unit, "minutes.regular", period);
        var today = PartyCalendar.DayOf(Store.Clock.GetUtcNow());
        return Minutes.StoreAsync(
            new(Given.Minutes(key, file, Store.Clock.GetUtcNow()), words.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            file,
            current => MinutesRules.Submit(current, key, new MinutesOptions(), today),
            "test",
            stored: _ => Task.CompletedTask,
            default);
    }

    public async Task<MeetingMinutes> StoredAsync(string unit, string text, string period = "2026-11", string words = "") =>
        Assert.IsType<StoredMinutes.Done>(await StoreAsync(unit, text, period, words)).Minutes;

    public async Task<string> ReadAsync(MeetingMinutes minutes)
    {
        await using var content = await Minutes.OpenAsync(minutes, default);
        using var reader = new StreamReader(content, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public Task<ObligationOutcome> ActAsync(string unit, ObligationAct act, string period = "2026-11") =>
        Store.Get<IObligations>().ChangeAsync(
            Given.Key(unit, "minutes.regular", period),
            current => act.On(current, PartyCalendar.DayOf(Store.Clock.GetUtcNow())), "test", default);

    public void Dispose() => Store.Dispose();
}
