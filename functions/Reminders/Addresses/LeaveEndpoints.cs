using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>'I am no longer the secretary', on the secretary's own page. Staff have the unit's contacts for that.</summary>
internal static class LeaveEndpoints
{
    private const string Path = "/u/leave";

    public static void MapLeave(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).NeedsBranch(Power.Submit);
        routes.MapPost(Path, LeaveAsync).NeedsBranch(Power.Submit);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, bool? done, IOrganizations organizations, CancellationToken cancellationToken) =>
        await UnitAsync(context, organizations, cancellationToken) is { } unit
            ? Page(unit, unit.Contacts.Secretary.Mark?.Successor ?? Contact.Unknown, [], done == true)
            : TypedResults.LocalRedirect("/");

    private static async Task<IResult> LeaveAsync(
        HttpContext context, IFormCollection form, IOrganizations organizations, LeaveOffice leave, CancellationToken cancellationToken)
    {
        if (await UnitAsync(context, organizations, cancellationToken) is not { } unit)
        {
            return TypedResults.LocalRedirect("/");
        }

        var named = new Contact(form["secretary.name"].ToString(), form["secretary.email"].ToString(), form["secretary.phone"].ToString());
        var faults = await leave.RunAsync(unit.Id, named, context.Actor(), cancellationToken);
        return faults.Count > 0 ? Page(unit, named, faults, false) : TypedResults.LocalRedirect(Path + "?done=true");
    }

    private static async Task<Organization?> UnitAsync(
        HttpContext context, IOrganizations organizations, CancellationToken cancellationToken) =>
        context.Caller() is { Role: Role.Secretary, Scope: { } id } ? await organizations.FindAsync(id, cancellationToken) : null;

    private static RazorComponentResult<LeavePage> Page(
        Organization unit, Contact named, IReadOnlyList<ContactFault> faults, bool isDone) =>
        new(new { Unit = unit, Named = named, Faults = faults, IsDone = isDone })
        {
            StatusCode = faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}
