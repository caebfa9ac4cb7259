namespace ServerlessParty.Minutes.Forms;

/// <summary>
/// What minutes must hold, as fields, after the usual form of minutes of a cell (superior, unit, kind and period are the
/// minutes' own). Every field may be missing: what is missing becomes a signal, not a refusal.
/// </summary>
public sealed record MinutesForm
{
    public TimeOnly? StartedAt { get; init; }

    public TimeOnly? EndedAt { get; init; }

    public string? Venue { get; init; }
}
