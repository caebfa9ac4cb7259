namespace ServerlessParty.Audit;

/// <summary>What the daily watch over all trails found.</summary>
/// <param name="CheckedAt">When it last ended; null for never.</param>
/// <param name="Broken">The first trail that did not hold; null for none.</param>
/// <param name="FoundOn">The day (UTC+7) on which <paramref name="Broken"/> was last found so.</param>
public sealed record TrailsWatched(DateTimeOffset? CheckedAt, string? Broken, DateOnly? FoundOn)
{
    public static TrailsWatched Never { get; } = new(null, null, null);

    public bool IsBroken => Broken is not null;
}

/// <summary>Remembers it between runs.</summary>
public interface ITrailWatch
{
    Task<TrailsWatched> ReadAsync(CancellationToken cancellationToken);

    Task WriteAsync(TrailsWatched watched, CancellationToken cancellationToken);
}
