using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Organizations;

internal static class ContactsEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/organizations/{id}/contacts", ReplaceAsync).NeedsUnit(Power.Write, "id");

    private static async Task<IResult> ReplaceAsync(
        string id, ContactsBody body, HttpContext context, ReplaceContacts replace, CancellationToken cancellationToken)
    {
        if (!OrganizationId.TryParse(id, out var unit))
        {
            return OrganizationsEndpoints.NotFound();
        }

        if (body.Secretary is null)
        {
            return Problem.Of(422, "contact.missing", OrganizationsTexts.Get("contact.missing"));
        }

        var contacts = new Contacts(body.Secretary.ToContact(), [.. (body.Deputies ?? []).Select(d => d.ToContact())]);
        return await replace.RunAsync(unit, contacts, context.Actor(), cancellationToken) switch
        {
            ContactsOutcome.Replaced replaced => TypedResults.Ok(OrganizationView.Of(replaced.After)),
            ContactsOutcome.Refused refused => Refused(refused.Faults),
            _ => OrganizationsEndpoints.NotFound(),
        };
    }

    private static ProblemHttpResult Refused(IReadOnlyList<ContactFault> faults) => Problem.Of(
        422, faults[0].Code, faults[0].Message, new Dictionary<string, object?> { ["faults"] = faults });

    /// <summary>Who shall answer for a unit; without deputies it has none.</summary>
    internal sealed record ContactsBody(ContactBody? Secretary, ContactBody[]? Deputies);

    internal sealed record ContactBody(string? Name, string? Email, string? Phone)
    {
        public Contact ToContact() => new(Name ?? "", Email, Phone);
    }
}
