using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServerlessParty.Access;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Web;

namespace ServerlessParty.Reminders;

/// <summary>The outbox: what was sent, what was not, and what a person may do about it.</summary>
internal static class LetterEndpoints
{
    private const int PageLength = 100;
    private const int MaxCursorLength = 500;

    public static void MapLetters(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/letters", ListAsync).NeedsStore(Power.Read);
        routes.MapPost("/api/letters/{id}/retry", RetryAsync).NeedsStore(Power.Write);
        routes.MapGet("/letters", ShowAsync).NeedsStore(Power.Read);
        routes.MapPost("/letters/{id}/retry", PressAsync).NeedsStore(Power.Write);
    }

    private static async Task<IResult> ListAsync(
        string? state, string? day, string? after, ILetters letters, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (!TryParseState(state, out var wanted))
        {
            return Refuse(StatusCodes.Status400BadRequest, "letter.stateFilter", "ErrorState");
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
        return TypedResults.Ok(new LetterListJson([.. page.Items.Select(LetterJson.Of)], page.Next));
    }

    private static async Task<IResult> ShowAsync(
        string? state, string? day, string? after, ILetters letters, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        _ = TryParseState(state, out var wanted);
        DateOnly? on = RemindersEndpoints.TryParseDay(day, calendar, out var parsed) && !string.IsNullOrEmpty(day) ? parsed : null;
        var start = after?.Length > MaxCursorLength ? null : after;
        var page = await letters.PageAsync(on, wanted, start, PageLength, cancellationToken);
        return new RazorComponentResult<LettersPage>(new { Page = page, State = wanted, Day = on });
    }

    private static async Task<IResult> RetryAsync(
        string id, RetryJson? body, RetryLetter retry, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (!LetterId.TryParse(id, out var letter))
        {
            return Refuse(StatusCodes.Status404NotFound, "letter.notFound", "ErrorLetterNotFound");
        }

        if (!TryParseVerdict(body?.Settle, out var verdict))
        {
            return Refuse(StatusCodes.Status400BadRequest, "letter.settle", "ErrorSettle");
        }

        var outcome = await retry.RunAsync(letter, verdict, calendar, cancellationToken);
        return outcome is LetterRetry.Done done ? TypedResults.Ok(LetterJson.Of(done.After)) : Refuse(outcome);
    }

    private static async Task<IResult> PressAsync(
        string id, [FromForm] string? settle, RetryLetter retry, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (!LetterId.TryParse(id, out var letter) || !TryParseVerdict(settle, out var verdict))
        {
            return Refuse(StatusCodes.Status404NotFound, "letter.notFound", "ErrorLetterNotFound");
        }

        var outcome = await retry.RunAsync(letter, verdict, calendar, cancellationToken);
        return outcome is LetterRetry.Done
            ? TypedResults.LocalRedirect($"/letters?day={RemindersEndpoints.ToText(letter.Day)}")
            : Refuse(outcome);
    }

    private static ProblemHttpResult Refuse(LetterRetry outcome) => outcome switch
    {
        LetterRetry.NotFound => Refuse(StatusCodes.Status404NotFound, "letter.notFound", "ErrorLetterNotFound"),
        LetterRetry.OtherClass => Refuse(StatusCodes.Status409Conflict, "letter.class", "ErrorLetterClass"),
        LetterRetry.NeedsVerdict => Refuse(StatusCodes.Status409Conflict, "letter.settle", "ErrorSettle"),
        LetterRetry.Refused refused => Problem.Of(
            StatusCodes.Status409Conflict, "letter.state",
            RemindersTexts.Format("ErrorLetterState", RemindersTexts.Get($"State{refused.Current.Letter.State}"))),
        _ => throw new InvalidOperationException($"{outcome} is no refusal."),
    };

    private static ProblemHttpResult Refuse(int status, string code, string text) =>
        Problem.Of(status, code, RemindersTexts.Get(text));

    private static bool TryParseState(string? text, out LetterState? state)
    {
        var isState = Enum.TryParse<LetterState>(text, ignoreCase: true, out var parsed)
            && Enum.IsDefined(parsed) && !char.IsAsciiDigit(text![0]);
        state = isState ? parsed : null;
        return isState || string.IsNullOrEmpty(text);
    }

    private static bool TryParseVerdict(string? text, out LetterVerdict verdict)
    {
        verdict = text switch
        {
            "sent" => LetterVerdict.Sent,
            "again" => LetterVerdict.Again,
            _ => LetterVerdict.None,
        };
        return verdict != LetterVerdict.None || string.IsNullOrEmpty(text);
    }
}

internal sealed record LetterListJson(IReadOnlyList<LetterJson> Items, string? Next);

/// <param name="Settle"><c>sent</c> or <c>again</c>, for a letter of which nobody knows whether it left.</param>
internal sealed record RetryJson(string? Settle);
