using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;

namespace ServerlessParty.Organizations;

internal static class ContactsPageEndpoints
{
    public static void MapContactsPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organizations/{id}/contacts", ShowAsync).NeedsUnit(Power.Write, "id");
        routes.MapPost("/organizations/{id}/contacts", SaveAsync)
            .NeedsUnit(Power.Write, "id").WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> ShowAsync(
        string id, IOrganizations organizations, CancellationToken cancellationToken) =>
        OrganizationId.TryParse(id, out var key) && await organizations.FindAsync(key, cancellationToken) is { } unit
            ? Page(unit, unit.Contacts, [], StatusCodes.Status200OK)
            : TypedResults.NotFound();

    private static async Task<IResult> SaveAsync(
        string id, HttpContext context, IOrganizations organizations, ReplaceContacts replace, CancellationToken cancellationToken)
    {
        if (!OrganizationId.TryParse(id, out var key) || await organizations.FindAsync(key, cancellationToken) is not { } unit)
        {
            return TypedResults.NotFound();
        }

        if (!context.Request.HasFormContentType)
        {
            return TypedResults.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var contacts = new Contacts(
            Read(form, "secretary"), [.. Enumerable.Range(0, Contacts.MaxDeputies).Select(i => Read(form, $"deputies.{i}"))]);
        return await replace.RunAsync(key, contacts, context.Actor(), cancellationToken) switch
        {
            ContactsOutcome.Refused refused => Page(unit, contacts, refused.Faults, StatusCodes.Status422UnprocessableEntity),
            ContactsOutcome.Replaced => TypedResults.Redirect($"/organizations/{key}"),
            _ => TypedResults.NotFound(),
        };
    }

    private static Contact Read(IFormCollection form, string who) =>
        new(form[$"{who}.name"].ToString(), form[$"{who}.email"].ToString(), form[$"{who}.phone"].ToString());

    private static RazorComponentResult<ContactsPage> Page(
        Organization unit, Contacts contacts, IReadOnlyList<ContactFault> faults, int status) =>
        new(new { Unit = unit, Written = contacts, Faults = faults }) { StatusCode = status };
}
