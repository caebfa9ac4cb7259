using ServerlessParty.Classification;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;
using Xunit.Abstractions;

namespace ServerlessParty.Tests.Faults;

/// <summary>
/// A whole province reminded through a carrier of which every eighth answer goes wrong, by a process that is killed from outside
/// three times while the carrier has letters in hand; then finished, and counted on both sides.
/// </summary>
[Trait("Length", "Long")]
public sealed class ProvinceUnderFireTests(ITestOutputHelper output)
{
    private static readonly int[] Kills = [6, 17, 29];

    private static readonly StubFault[] Faults =
    [
        new StubFault.Drop(Accepts: true), new StubFault.Answer(500), new StubFault.Drop(Accepts: false), new StubFault.RefuseHalf(), new StubFault.Answer(503),
    ];

    [Fact]
    public async Task Every_letter_is_taken_once_or_known_or_listed_as_uncertain()
    {
        await using var carrier = await SendGridStub.StartAsync();
        using var store = await OpenAsync();
        for (var start = 0; start <= Kills.Length; start++)
        {
            using var app = await AppProcess.StartAsync(store, carrier);
            var killed = false;
            carrier.FaultOf = number => FaultOf(number, () =>
            {
                app.Kill();
                killed = true;
            });
            var end = await Record.ExceptionAsync(() => RunDayAsync(app, start));
            Assert.True(killed == start < Kills.Length, $"Start {start} ended after {carrier.Requests} calls: {end}");
        }

        using var last = await AppProcess.StartAsync(store, carrier);
        var states = (await last.AllLettersAsync()).ToDictionary(l => $"{l.GetProperty("id")}", l => $"{l.GetProperty("state")}");
        var taken = carrier.Accepted.Select(l => l.Letter[..l.Letter.LastIndexOf('.')]).ToList();

        Assert.All(Faults, (_, place) => Assert.InRange(carrier.Requests, (8 * place) + 3, int.MaxValue));
        output.WriteLine($"{states.Count} letters, {carrier.Requests} calls, {taken.Count} letters taken by the carrier.");
        output.WriteLine(string.Join(", ", states.CountBy(s => s.Value).OrderBy(s => s.Key).Select(s => $"{s.Key} {s.Value}")));
        output.WriteLine(string.Join(", ", taken.CountBy(l => states[l]).Select(s => $"taken and {s.Key} {s.Value}")));
        Assert.InRange(states.Count, 3_000, int.MaxValue);
        Assert.Equal(taken.Count, taken.Distinct().Count());
        Assert.All(taken, letter => Assert.Contains(states[letter], new[] { "HandedOver", "Uncertain" }));
        Assert.Empty(states.Where(s => s.Value == "HandedOver").Select(s => s.Key).Except(taken));
        Assert.DoesNotContain(states.Values, state => state is "Planned" or "Sending" or "Cancelled");
    }

    private static StubFault? FaultOf(int number, Action kill)
    {
        if (Kills.IndexOf(number) is >= 0 and var place)
        {
            kill();
            return new StubFault.Drop(Accepts: place % 2 == 0);
        }

        return number % 8 == 3 ? Faults[number / 8 % Faults.Length] : null;
    }

    /// <summary>A later run than the last, so that what a process left under way counts as lost.</summary>
    private static async Task RunDayAsync(AppProcess app, int start)
    {
        if (start == 0)
        {
            await app.RunAsync("OpenPeriods", "2026-11-20T02:00:00Z");
        }

        for (var run = 0; run < 4; run++)
        {
            var minutes = (20 * start) + (5 * run);
            var asOf = $"2026-11-20T{2 + (minutes / 60):D2}:{minutes % 60:D2}:00Z";
            await app.RunAsync("PlanReminders", asOf);
            await app.RunAsync("SendLetters", asOf);
        }
    }

    private static async Task<FaultStore> OpenAsync()
    {
        var step = new CampaignStep(
            ObligationKind.OrganizationRating, [KindCode.Parse("SubordinateCell"), KindCode.Parse("GrassrootsCell")],
            Given.Day("2026-11-01"), Given.Day("2026-12-04"));
        var store = await FaultStore.CreateAsync([], step);
        using var process = store.Start();
        await using var file = File.OpenRead(Repository.Path("seeds", "hue-2013", "organizations.csv"));
        await process.Get<ImportOrganizations>().RunAsync(file, dryRun: false, "test", default);
        await process.Get<ICampaigns>().ChangeAsync(2026, c => c! with { State = CampaignState.Open }, "test", default);
        return store;
    }
}
