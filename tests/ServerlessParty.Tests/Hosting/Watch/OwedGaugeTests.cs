using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Hosting.Watch;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Watch;

public sealed class OwedGaugeTests
{
    [Fact]
    public async Task What_is_owed_is_counted_when_asked_for_and_not_at_every_scrape()
    {
        var clock = StoppedClock.At("2026-11-24T02:00:00Z");
        var due = new CountedDue(Given.Obligation("c1", "2026-11-23"), Given.Obligation("c2", "2026-11-24"), Given.Obligation("c3"));
        await using var services = new ServiceCollection()
            .AddSingleton(new PartyCalendar(clock, new HashSet<DateOnly>(), SendingHours.Default))
            .AddSingleton<IDueIndex>(due).BuildServiceProvider();
        using var gauge = new OwedGauge(services, clock, NullLogger<OwedGauge>.Instance);
        await gauge.StartAsync(default);
        using var first = new Measured(gauge.Meter);
        first.Observe();
        await gauge.Counting;

        using var measured = new Measured(gauge.Meter);
        measured.Observe();
        clock.Advance(TimeSpan.FromMinutes(14));
        measured.Observe();

        Assert.Equal(1, due.Reads);
        Assert.Equal((4, 2), (measured.Sum("serverlessparty.obligations.open", ""), measured.Sum("serverlessparty.obligations.late", "")));
    }

    private sealed class CountedDue(params Obligation[] owed) : IDueIndex
    {
        public int Reads { get; private set; }

        public IAsyncEnumerable<DueItem> BetweenAsync(
            DateOnly first, DateOnly last, DueStates states, CancellationToken cancellationToken)
        {
            Reads++;
            return owed.Select(o => o.ToDue()).ToAsyncEnumerable();
        }

        public Task<RebuiltDue> RebuildAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task MendAsync(
            IReadOnlyCollection<(ObligationKey Key, DateOnly DueOn)> lines, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<RebuiltDue> CompareSliceAsync(int units, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
