using ServerlessParty.Classification;
using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;
using Xunit.Abstractions;

namespace ServerlessParty.Tests.Faults;

/// <summary>Leases keep two runs apart; what they rest on must hold without them too.</summary>
public sealed class TwoProcessesTests(ITestOutputHelper output)
{
    private const int Cells = 40;
    private const int Rounds = 3;

    private static readonly Organization[] Units =
    [
        Given.Unit("tinh", kind: "Provincial"),
        .. Enumerable.Range(1, Cells).Select(n => Given.Unit($"cell{n:D2}", "tinh", email: $"cell{n:D2}@example.vn")),
    ];

    private static readonly CampaignStep Step = new(
        ObligationKind.OrganizationRating, [KindCode.Parse("SubordinateCell")], Given.Day("2026-11-01"), Given.Day("2026-12-04"));

    [Fact]
    public async Task Two_openers_two_planners_and_two_senders_at_once_do_each_thing_once()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            using var store = await FaultStore.CreateAsync(Units, Step);
            using var one = store.Start();
            using var other = store.Start();

            var opened = await Task.WhenAll(OpenAsync(one), OpenAsync(other));
            var planned = await Task.WhenAll(one.PlanAsync(), other.PlanAsync());
            var sent = await Task.WhenAll(one.SendAsync(), other.SendAsync());

            Assert.Equal(Cells, opened.Sum());
            Assert.Equal(Cells, planned.Sum(p => p.Reminders));
            Assert.Equal(Cells, sent.Sum(s => s.HandedOver));
            await AssertEachOnceAsync(store, one);
            output.WriteLine(
                $"Round {round}: opened {opened[0]} + {opened[1]}, planned {planned[0].Reminders} + {planned[1].Reminders}, "
                + $"handed over {sent[0].HandedOver} + {sent[1].HandedOver}.");
        }
    }

    [Fact]
    public async Task Planners_and_senders_all_at_once_send_each_step_once()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            using var store = await FaultStore.CreateAsync(Units, Step);
            using var one = store.Start();
            using var other = store.Start();
            await OpenAsync(one);

            await Task.WhenAll(one.PlanAsync(), other.SendAsync(), other.PlanAsync(), one.SendAsync());
            await Task.WhenAll(one.SendAsync(), other.PlanAsync(), other.SendAsync());

            await AssertEachOnceAsync(store, one);
        }
    }

    private static async Task<int> OpenAsync(FaultProcess process)
    {
        var opened = await process.Get<OpenCampaign>().RunAsync(2026, "test", default);
        return Assert.IsType<OpeningOutcome.Opened>(opened).Created;
    }

    private static async Task AssertEachOnceAsync(FaultStore store, FaultProcess process)
    {
        await FaultDay.FinishAsync(process, store.Clock);
        var outcome = await FaultOutcome.ReadAsync(store, process);
        outcome.AssertOfOnePiece();
        Assert.Equal(Enumerable.Range(1, Cells).Select(n => $"cell{n:D2}@example.vn: cell{n:D2} 04/12/2026"), outcome.MailLines);
        Assert.Equal((Cells, Cells), (outcome.Count(ReminderState.Sent), outcome.Count(LetterState.HandedOver)));
        await FaultOutcome.AssertDossiersAsync(process, Units);
    }
}
