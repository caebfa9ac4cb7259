using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServerlessParty.Access;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Web;

namespace ServerlessParty.Reminders.Letters;

/// <summary>The letters' pages.</summary>
internal static class LetterPagesEndpoints
{
    private const int PageLength = 50;

    public static void MapLetterPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/letters", ListAsync).NeedsBranch(Power.Decide);
        routes.MapPost("/letters/person", FindPersonAsync).NeedsPower(Power.Decide);
        routes.MapPost("/letters/retries", RetryAllAsync).NeedsBranch(Power.Write)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapGet("/letters/{id}", ShowAsync).NeedsBranch(Power.Decide);
        routes.MapPost("/letters/{id}/retry", PressAsync).NeedsBranch(Power.Write);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, [AsParameters] LetterRequest request, string? after, int? retried, bool? more, bool? badAddress,
        LetterScope scope, FindLetters find, ShowLetter show, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var filter = request.ToFilter(calendar);
        var branch = await scope.OfAsync(context, Power.Decide, filter.Unit);
        var start = LetterId.TryParse(after, out var id) ? id : null;
        var found = await find.RunAsync(filter.Query, branch, start, PageLength, cancellationToken);
        return new RazorComponentResult<LettersPage>(new
        {
            Found = found,
            Letters = await show.ListAsync(found.Items, branch, cancellationToken),
            Filter = filter,
            calendar.Today,
            MayRetry = context.MayRetry(),
            IsLaterPage = start is not null,
            Retried = retried,
            IsMore = more == true,
            BadAddress = badAddress == true,
        });
    }

    /// <summary>An address goes into no URL: the word that stands for it does.</summary>
    private static async Task<IResult> FindPersonAsync(
        [FromForm] string? address, ILetterRecords records, PartyCalendar calendar, CancellationToken cancellationToken) =>
        EmailAddress.IsValid(address?.Trim())
            ? new SeeOther(LetterFilter.Of(
                calendar.Today, null, null, null,
                await records.PersonAsync(address!.Trim(), cancellationToken), null, null).Href())
            : new SeeOther("/letters?badAddress=true");

    private static async Task<IResult> RetryAllAsync(
        HttpContext context, [AsParameters] LetterRequest request, LetterScope scope, RetryLetters retry,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var filter = request.ToFilter(calendar);
        var branch = await scope.OfAsync(context, Power.Write, filter.Unit);
        var done = await retry.RunAsync(filter.Query, branch, context.Actor(), calendar, cancellationToken);
        var back = filter with { Query = filter.Query with { State = null } };
        return new SeeOther($"{back.Href()}&retried={done.Retried}{(done.IsAll ? "" : "&more=true")}");
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string id, LetterScope scope, ShowLetter show, CancellationToken cancellationToken)
    {
        var branch = await scope.OfAsync(context, Power.Decide, null);
        return LetterId.TryParse(id, out var letter) && await show.RunAsync(letter, branch, cancellationToken) is { } view
            ? new RazorComponentResult<LetterDetailsPage>(new { View = view, MayRetry = context.MayRetry() })
            : ErrorPage.Of(StatusCodes.Status404NotFound, RemindersTexts.Get("ErrorLetterNotFound"), LetterPageTexts.Get("NotFound"));
    }

    private static async Task<IResult> PressAsync(
        HttpContext context, string id, [FromForm] string? settle, LetterScope scope, ShowLetter show, RetryLetter retry,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var branch = await scope.OfAsync(context, Power.Write, null);
        if (!LetterId.TryParse(id, out var letter) || !LetterRequest.TryParseVerdict(settle, out var verdict)
            || await show.RunAsync(letter, branch, cancellationToken) is null)
        {
            return LetterRefusals.NotFound();
        }

        var outcome = await retry.RunAsync(letter, verdict, context.Actor(), calendar, cancellationToken);
        return outcome is LetterRetry.Done or LetterRetry.Refused
            ? new SeeOther($"/letters/{Uri.EscapeDataString(letter.ToString())}") : LetterRefusals.Of(outcome);
    }

    private static bool MayRetry(this HttpContext context) =>
        context.Caller() is { } caller && AccessRules.Holds(caller.Role, Power.Write);
}
