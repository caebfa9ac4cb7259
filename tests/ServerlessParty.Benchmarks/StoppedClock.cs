using System.Globalization;

namespace ServerlessParty.Benchmarks;

/// <summary>Stands on Friday 27/11/2026, 09:00 in Vietnam: a working day inside sending hours.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private static readonly DateTimeOffset Instant =
        DateTimeOffset.Parse("2026-11-27T02:00:00Z", CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => Instant;
}
