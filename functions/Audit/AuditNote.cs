namespace ServerlessParty.Audit;

/// <summary>What a writer says of its change; the trail adds time, digests and the chain.</summary>
/// <param name="Actor">Who: <c>operator</c>, <c>system</c>, or a person's stable reference; never a secret.</param>
/// <param name="Action">A stable word: <c>obligation.extended</c>.</param>
/// <param name="Subject">What within the dossier: <c>rating.organization|2026</c>, or empty for the unit itself.</param>
/// <param name="Comment">The reason a person gave, if any; at most 2,000 characters.</param>
public sealed record AuditNote(string Actor, string Action, string Subject = "", string? Comment = null)
{
    /// <summary>The actor of work no person asked for: timers.</summary>
    public const string System = "system";
}
