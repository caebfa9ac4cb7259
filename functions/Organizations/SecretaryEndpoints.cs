using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Organizations;

/// <summary>
/// 'Who is the secretary now?': by the link of one letter, without signing in, and for staff. Showing the page changes nothing, since
/// scanners of mail open every link.
/// </summary>
internal static class SecretaryEndpoints
{
    public static void MapSecretaryPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/secretary/{token}", ShowAsync).ForEverybody();
        routes.MapPost("/secretary/{token}", SaveAsync).ForEverybody();
        routes.MapGet("/organizations/{id}/secretary", ShowStaffAsync).NeedsUnit(Power.Write);
        routes.MapPost("/organizations/{id}/secretary", SaveStaffAsync).NeedsUnit(Power.Write);
        routes.MapGet("/unreachable", ListAsync).NeedsBranch(Power.Write);
        routes.MapPost("/organizations/{id}/reachable", RestoreAsync).NeedsUnit(Power.Write);
    }

    private static async Task<IResult> ShowAsync(
        string token, bool? done, ISecretaryLinks links, IOrganizations organizations,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (await links.ReadAsync(token, cancellationToken) is not { } link
            || await organizations.FindAsync(link.Unit, cancellationToken) is not { } unit)
        {
            return Unknown();
        }

        return !ReplaceSecretary.Awaits(unit, link.Mark) ? Answered(done == true ? SecretaryAnswerPage.Done : SecretaryAnswerPage.Answered)
            : calendar.Today > link.LastDay ? Answered(SecretaryAnswerPage.Expired, StatusCodes.Status410Gone)
            : Page(unit, SecretaryPage.Proposal(unit), $"/secretary/{token}", []);
    }

    private static async Task<IResult> SaveAsync(
        string token, IFormCollection form, ISecretaryLinks links, ReplaceSecretary replace,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (await links.ReadAsync(token, cancellationToken) is not { } link)
        {
            return Unknown();
        }

        if (calendar.Today > link.LastDay)
        {
            return Answered(SecretaryAnswerPage.Expired, StatusCodes.Status410Gone);
        }

        var written = Read(form);
        return await replace.RunAsync(link.Unit, link.Mark, written, ActorOf, cancellationToken) switch
        {
            ContactsOutcome.Replaced => TypedResults.LocalRedirect($"/secretary/{token}?done=true"),
            ContactsOutcome.Refused { Unit: { } unit } refused => Page(unit, written, $"/secretary/{token}", refused.Faults),
            ContactsOutcome.Answered => Answered(SecretaryAnswerPage.Answered),
            _ => Unknown(),
        };
    }

    /// <summary>Whoever holds the link speaks for the unit that was asked.</summary>
    private static string ActorOf(Organization unit) => $"unit:{unit.Contacts.Secretary.Mark?.Asked?.Of ?? unit.Id.Value}";

    private static async Task<IResult> ShowStaffAsync(
        string id, IOrganizations organizations, CancellationToken cancellationToken) =>
        OrganizationId.TryParse(id, out var key) && await organizations.FindAsync(key, cancellationToken) is { } unit
            ? Page(unit, SecretaryPage.Proposal(unit), $"/organizations/{unit.Id}/secretary", [])
            : TypedResults.NotFound();

    private static async Task<IResult> SaveStaffAsync(
        string id, HttpContext context, IFormCollection form, ReplaceSecretary replace, CancellationToken cancellationToken)
    {
        if (!OrganizationId.TryParse(id, out var key))
        {
            return TypedResults.NotFound();
        }

        var written = Read(form);
        return await replace.RunAsync(key, null, written, _ => context.Actor(), cancellationToken) switch
        {
            ContactsOutcome.Replaced => TypedResults.LocalRedirect("/unreachable"),
            ContactsOutcome.Refused { Unit: { } unit } refused => Page(unit, written, $"/organizations/{unit.Id}/secretary", refused.Faults),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, string? after, ListUnreachable list, CancellationToken cancellationToken)
    {
        OrganizationId? from = OrganizationId.TryParse(after, out var id) ? id : null;
        var page = await list.RunAsync(context.Branch(), from, cancellationToken);
        return new RazorComponentResult<UnreachablePage>(new { Page = page, Under = context.Branch()?.Value });
    }

    private static async Task<IResult> RestoreAsync(
        string id, HttpContext context, IFormCollection form, RestoreAddress restore, CancellationToken cancellationToken) =>
        OrganizationId.TryParse(id, out var key)
        && await restore.RunAsync(key, form["address"].ToString(), context.Actor(), cancellationToken)
            ? TypedResults.LocalRedirect("/unreachable")
            : TypedResults.NotFound();

    private static Contact Read(IFormCollection form) =>
        new(form["secretary.name"].ToString(), form["secretary.email"].ToString(), form["secretary.phone"].ToString());

    private static RazorComponentResult<SecretaryPage> Page(
        Organization unit, Contact written, string target, IReadOnlyList<ContactFault> faults) =>
        new(new { Unit = unit, Written = written, Target = target, Faults = faults })
        {
            StatusCode = faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };

    private static RazorComponentResult<SecretaryAnswerPage> Answered(string answer, int status = StatusCodes.Status200OK) =>
        new(new { Answer = answer }) { StatusCode = status };

    private static RazorComponentResult<ErrorPage> Unknown() => ErrorPage.Of(
        StatusCodes.Status404NotFound, OrganizationsTexts.Get("secretary.expiredTitle"), OrganizationsTexts.Get("secretary.unknown"));
}
