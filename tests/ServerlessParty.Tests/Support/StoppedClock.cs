using System.Globalization;

namespace ServerlessParty.Tests.Support;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    /// <summary>In UTC: <c>2026-11-24T02:00:00Z</c>.</summary>
    public static StoppedClock At(string instant) =>
        new(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
