using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Audit;

internal static class AuditEndpoints
{
    private const int MaxTake = 500;
    private const int DefaultTake = 100;

    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/audit/{organizationId}", ListAsync).NeedsUnit(Power.Read, "organizationId");
        routes.MapGet("/api/audit/{organizationId}/verification", VerifyAsync).NeedsUnit(Power.Read, "organizationId");
    }

    private static async Task<Results<Ok<AuditPage>, ProblemHttpResult>> ListAsync(
        HttpContext context, int? after, int? take, IAuditTrail trail, CancellationToken cancellationToken)
    {
        if (after < 0 || take is < 1 or > MaxTake)
        {
            return Problem.Of(400, "audit.page", AuditTexts.Format("Page", MaxTake));
        }

        // The guard has read the route's unit; there is none when it could not be an id.
        if (context.Branch()?.Key is not { } dossier)
        {
            return NotFound();
        }

        var wanted = take ?? DefaultTake;
        var entries = await trail.ReadAsync(dossier, after ?? 0, wanted, cancellationToken);
        // A dossier has an entry from its first write on, so that no entry at all means no dossier.
        return entries.Count == 0 && (after ?? 0) == 0
            ? NotFound()
            : TypedResults.Ok(new AuditPage(entries, entries.Count < wanted ? null : entries[^1].Sequence));
    }

    private static async Task<Results<Ok<AuditVerdict>, ProblemHttpResult>> VerifyAsync(
        HttpContext context, VerifyChain verify, CancellationToken cancellationToken) =>
        context.Branch()?.Key is { } dossier
        && await verify.RunAsync(dossier, cancellationToken) is { } chain
            ? TypedResults.Ok(chain.Intact
                ? new AuditVerdict(true, chain.Entries, null) : new AuditVerdict(false, null, chain.FirstBroken))
            : NotFound();

    private static ProblemHttpResult NotFound() =>
        Problem.Of(404, "organization.notFound", AuditTexts.Get("NotFound"));

    /// <param name="Next">The <c>after</c> of the next page; null: this was the last.</param>
    internal sealed record AuditPage(IReadOnlyList<AuditEntry> Items, int? Next);

    /// <param name="Entries">How many entries hold; only when intact.</param>
    /// <param name="FirstBroken">The first sequence that does not; only when not intact.</param>
    internal sealed record AuditVerdict(
        bool Intact,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Entries,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? FirstBroken);
}
