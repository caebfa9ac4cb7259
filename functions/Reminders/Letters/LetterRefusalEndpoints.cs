using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Web;

namespace ServerlessParty.Reminders.Letters;

/// <summary>What the letters' routes refuse.</summary>
internal static class LetterRefusals
{
    public static ProblemHttpResult Of(LetterRetry outcome) => outcome switch
    {
        LetterRetry.NotFound => NotFound(),
        LetterRetry.OtherClass => Say(StatusCodes.Status409Conflict, "letter.class", "ErrorLetterClass"),
        LetterRetry.NeedsVerdict => Say(StatusCodes.Status409Conflict, "letter.settle", "ErrorSettle"),
        LetterRetry.Refused refused => Problem.Of(
            StatusCodes.Status409Conflict, "letter.state",
            RemindersTexts.Format("ErrorLetterState", RemindersTexts.Get($"State{refused.Current.Letter.State}"))),
        _ => throw new InvalidOperationException($"{outcome} is no refusal."),
    };

    public static ProblemHttpResult NotFound() =>
        Say(StatusCodes.Status404NotFound, "letter.notFound", "ErrorLetterNotFound");

    public static ProblemHttpResult BadState() =>
        Say(StatusCodes.Status400BadRequest, "letter.stateFilter", "ErrorState");

    public static ProblemHttpResult BadVerdict() =>
        Say(StatusCodes.Status400BadRequest, "letter.settle", "ErrorSettle");

    public static ProblemHttpResult BadSearch() => Problem.Of(
        StatusCodes.Status400BadRequest, "letter.search", LetterPageTexts.Get("BadSearch"));

    private static ProblemHttpResult Say(int status, string code, string text) =>
        Problem.Of(status, code, RemindersTexts.Get(text));
}
