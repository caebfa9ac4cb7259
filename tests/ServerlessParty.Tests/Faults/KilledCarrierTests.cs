using ServerlessParty.Classification;
using ServerlessParty.Tests.Support;
using Xunit.Abstractions;

namespace ServerlessParty.Tests.Faults;

/// <summary>The real executable, killed by SIGKILL while the carrier has its letters in hand, then started again.</summary>
public sealed class KilledCarrierTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_during_a_call_it_never_says_the_same_letters_again(bool taken)
    {
        await using var carrier = await SendGridStub.StartAsync();
        using var store = await OpenAsync();
        using (var dying = await AppProcess.StartAsync(store, carrier))
        {
            carrier.FaultOf = _ =>
            {
                dying.Kill();
                return new StubFault.Drop(taken);
            };
            await Record.ExceptionAsync(async () =>
            {
                foreach (var function in (string[])["OpenPeriods", "PlanReminders", "SendLetters"])
                {
                    await dying.RunAsync(function, "2026-11-20T02:00:00Z");
                }
            });
            await dying.GoneAsync();
        }

        carrier.FaultOf = _ => null;
        using var app = await AppProcess.StartAsync(store, carrier);
        await app.RunAsync("SendLetters", "2026-11-20T02:20:00Z");
        await app.RunAsync("SendLetters", "2026-11-20T02:30:00Z");

        var accepted = carrier.Accepted.Select(l => l.Letter).ToList();
        var letters = await app.LettersAsync();
        output.WriteLine($"{carrier.Requests} calls, {accepted.Count} letters taken: {string.Join("; ", letters)}");
        Assert.Equal(accepted.Count, accepted.Distinct().Count());
        Assert.Equal(8, letters.Count);
        Assert.All(letters, l => Assert.Matches(" (HandedOver|Uncertain) ", l));
        var known = letters.Count(l => l.Contains(" HandedOver ", StringComparison.Ordinal));
        Assert.InRange(known, 0, 7);
        Assert.Equal(taken, accepted.Count > known);
    }

    // The campaign is open, its steps are not yet: the run's own clock, not the machine's, is to open them.
    private static async Task<FaultStore> OpenAsync()
    {
        var store = await FaultStore.CreateAsync(FaultDay.Units, FaultDay.Steps);
        using var process = store.Start();
        await process.Get<ICampaigns>().ChangeAsync(2026, c => c! with { State = CampaignState.Open }, "test", default);
        return store;
    }
}
