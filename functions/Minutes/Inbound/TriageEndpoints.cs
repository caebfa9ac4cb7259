using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>The pages on which people decide about mail that could not be filed by itself.</summary>
internal static class TriageEndpoints
{
    public static void MapTriage(this IEndpointRouteBuilder routes)
    {
        routes.MapIntakeApi();
        routes.MapGet("/intake", ListAsync).NeedsStore(Power.Write);
        routes.MapGet("/intake/{id}", ShowAsync).NeedsStore(Power.Write);
        routes.MapGet("/intake/{id}/files/{number:int}", DownloadAsync).NeedsStore(Power.Write);
        routes.MapPost("/intake/{id}/assignment", AssignAsync).NeedsStore(Power.Write);
        routes.MapPost("/intake/{id}/discard", DiscardAsync).NeedsStore(Power.Write);
    }

    private static async Task<IResult> ListAsync(
        string? state, string? after, IIntake intake, CancellationToken cancellationToken) =>
        await IntakeApiEndpoints.PageAsync(state, after, intake, cancellationToken) is { } found
            ? new RazorComponentResult<IntakeListPage>(new { found.Page, found.State, IsFirst = string.IsNullOrEmpty(after) })
            : TypedResults.LocalRedirect("/intake");

    private static Task<IResult> ShowAsync(string id, ReadIntake read, CancellationToken cancellationToken) =>
        PageAsync(id, read, null, cancellationToken);

    private static async Task<IResult> DownloadAsync(
        string id, int number, HttpContext context, OpenIntakeFile open, CancellationToken cancellationToken) =>
        await IntakeApiEndpoints.SendAsync(id, number, context, open, cancellationToken) ?? TypedResults.NotFound();

    private static async Task<IResult> AssignAsync(
        string id, IFormCollection form, HttpContext context, AssignMail assign, ResolveUnit resolve, ReadIntake read,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (!IntakeId.TryParse(id, out var mail))
        {
            return TypedResults.NotFound();
        }

        var typed = form["unit"].ToString() is { Length: > 0 } chosen ? chosen : form["unitCode"].ToString();
        if (await resolve.RunAsync(typed, cancellationToken) is not { } unit)
        {
            return await PageAsync(id, read, new(MinutesRefusals.Unit), cancellationToken);
        }

        if (!MeetingText.TryRead(form["kind"], form["period"], calendar.Today, out var meeting, out var refusal))
        {
            return await PageAsync(id, read, new(refusal), cancellationToken);
        }

        var decision = await assign.RunAsync(mail, new(unit, meeting, Numbers(form)), context.Actor(), cancellationToken);
        return await AnswerAsync(id, decision, read, cancellationToken);
    }

    private static async Task<IResult> DiscardAsync(
        string id, IFormCollection form, HttpContext context, DiscardMail discard, ReadIntake read, CancellationToken cancellationToken) =>
        IntakeId.TryParse(id, out var mail)
            ? await AnswerAsync(
                id, await discard.RunAsync(mail, form["reason"], context.Actor(), cancellationToken), read, cancellationToken)
            : TypedResults.NotFound();

    private static async Task<IResult> AnswerAsync(
        string id, IntakeDecision decision, ReadIntake read, CancellationToken cancellationToken) =>
        decision is IntakeDecision.Refused refused
            ? await PageAsync(id, read, refused, cancellationToken)
            : TypedResults.LocalRedirect($"/intake/{id}");

    private static async Task<IResult> PageAsync(
        string id, ReadIntake read, IntakeDecision.Refused? refused, CancellationToken cancellationToken) =>
        IntakeId.TryParse(id, out var mail) && await read.RunAsync(mail, cancellationToken) is { } view
            ? new RazorComponentResult<IntakeMailPage>(new { View = view, Refused = refused })
            {
                StatusCode = refused is null ? StatusCodes.Status200OK : IntakeApiEndpoints.StatusOf(refused.Code),
            }
            : TypedResults.NotFound();

    private static HashSet<int> Numbers(IFormCollection form) =>
    [
        .. form["file"].Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0),
    ];
}
