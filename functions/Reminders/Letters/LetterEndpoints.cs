using ServerlessParty.Access;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Letters;

/// <summary>The outbox for programs: what was sent, what was not, and what a person may do about it.</summary>
internal static class LetterEndpoints
{
    private const int PageLength = 100;
    private const int MaxCursorLength = 500;

    public static void MapLetters(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/letters", ListAsync).NeedsStore(Power.Read);
        routes.MapPost("/api/letters/search", SearchAsync).NeedsBranch(Power.Decide);
        routes.MapPost("/api/letters/retries", RetryAllAsync).NeedsBranch(Power.Write);
        routes.MapGet("/api/letters/{id}", FindAsync).NeedsBranch(Power.Decide);
        routes.MapPost("/api/letters/{id}/retry", RetryAsync).NeedsBranch(Power.Write);
        routes.MapLetterPages();
    }

    private static async Task<IResult> ListAsync(
        string? state, string? day, string? after, ILetters letters, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (!LetterRequest.TryParseState(state, out var wanted))
        {
            return LetterRefusals.BadState();
        }

        if (!RemindersEndpoints.TryParseDay(day, calendar, out var on))
        {
            return RemindersEndpoints.BadDay();
        }

        if (after?.Length > MaxCursorLength)
        {
            return RemindersEndpoints.BadCursor();
        }

        var page = await letters.PageAsync(
            string.IsNullOrEmpty(day) ? null : on, wanted, after, PageLength, cancellationToken);
        return TypedResults.Ok(new LetterListJson([.. page.Items.Select(l => LetterJson.Of(l))], page.Next));
    }

    private static async Task<IResult> SearchAsync(
        HttpContext context, LetterSearchJson body, LetterScope scope, ILetterRecords records, FindLetters find,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (await body.ToFilterAsync(records, calendar, cancellationToken) is not { } filter)
        {
            return LetterRefusals.BadSearch();
        }

        var branch = await scope.OfAsync(context, Power.Decide, filter.Unit);
        var after = LetterId.TryParse(body.After, out var id) ? id : null;
        var found = await find.RunAsync(filter.Query, branch, after, PageLength, cancellationToken);
        return TypedResults.Ok(new FoundLettersJson(
            [.. found.Counts.Select(LetterCountJson.Of)],
            [.. found.Items.Select(l => LetterJson.Of(l, branch))], found.Next));
    }

    private static async Task<IResult> RetryAllAsync(
        HttpContext context, LetterSearchJson body, LetterScope scope, ILetterRecords records, RetryLetters retry,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (await body.ToFilterAsync(records, calendar, cancellationToken) is not { } filter)
        {
            return LetterRefusals.BadSearch();
        }

        var branch = await scope.OfAsync(context, Power.Write, filter.Unit);
        return TypedResults.Ok(await retry.RunAsync(filter.Query, branch, context.Actor(), calendar, cancellationToken));
    }

    private static async Task<IResult> FindAsync(
        HttpContext context, string id, LetterScope scope, ShowLetter show, CancellationToken cancellationToken)
    {
        var branch = await scope.OfAsync(context, Power.Decide, null);
        return LetterId.TryParse(id, out var letter) && await show.RunAsync(letter, branch, cancellationToken) is { } view
            ? TypedResults.Ok(LetterJson.Of(view.Letter, branch))
            : LetterRefusals.NotFound();
    }

    private static async Task<IResult> RetryAsync(
        HttpContext context, string id, RetryJson? body, LetterScope scope, ShowLetter show, RetryLetter retry,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (!LetterRequest.TryParseVerdict(body?.Settle, out var verdict))
        {
            return LetterRefusals.BadVerdict();
        }

        var branch = await scope.OfAsync(context, Power.Write, null);
        if (!LetterId.TryParse(id, out var letter) || await show.RunAsync(letter, branch, cancellationToken) is null)
        {
            return LetterRefusals.NotFound();
        }

        var outcome = await retry.RunAsync(letter, verdict, context.Actor(), calendar, cancellationToken);
        return outcome is LetterRetry.Done done
            ? TypedResults.Ok(LetterJson.Of(done.After, branch)) : LetterRefusals.Of(outcome);
    }
}
