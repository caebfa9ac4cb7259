using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Organizations;

internal static class OrganizationsEndpoints
{
    private const int DefaultTake = 100;
    private const int MaxTake = 1_000;

    public static void MapOrganizations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/organizations", ListAsync).NeedsBranch(Power.Read, "under");
        routes.MapGet("/api/organizations/{id}", FindAsync).NeedsUnit(Power.Read, "id");
        routes.MapImport();
        routes.MapContacts();
        routes.MapPlaces();
        routes.MapOrganizationPages();
        routes.MapImportPages();
        routes.MapContactsPages();
        routes.MapSecretaryPages();
    }

    public static ProblemHttpResult NotFound() =>
        Problem.Of(404, "organization.notFound", OrganizationsTexts.Get("organization.notFound"));

    private static async Task<IResult> ListAsync(
        HttpContext context, IOrganizations organizations, string? kind, string? after, int? take, CancellationToken cancellationToken)
    {
        if (take is < 1 or > MaxTake)
        {
            return Invalid("take");
        }

        KindCode? wanted = KindCode.TryParse(kind, out var code) ? code : null;
        if (wanted is null && !string.IsNullOrEmpty(kind))
        {
            return Invalid("kind");
        }

        var page = await organizations.PageAsync(
            context.Branch(), wanted, string.IsNullOrEmpty(after) ? null : after, take ?? DefaultTake, cancellationToken);
        return TypedResults.Ok(new OrganizationList([.. page.Items.Select(OrganizationView.Of)], page.Next));
    }

    private static ProblemHttpResult Invalid(string parameter) => Problem.Of(
        400, "organization.list.invalid", OrganizationsTexts.Format("organization.list.invalid", parameter));

    private static async Task<IResult> FindAsync(
        string id, IOrganizations organizations, CancellationToken cancellationToken) =>
        OrganizationId.TryParse(id, out var key) && await organizations.FindAsync(key, cancellationToken) is { } unit
            ? TypedResults.Ok(OrganizationView.Of(unit))
            : NotFound();

    private sealed record OrganizationList(IReadOnlyList<OrganizationView> Items, string? Next);
}
