using ServerlessParty.Access;
using ServerlessParty.Mail;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting.Timers;

internal static class RunEndpoints
{
    private static readonly DateTimeOffset FirstAsOf = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LastAsOf = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void MapRuns(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/runs/{function}", RunAsync).NeedsStore(Power.Operate);

    private static async Task<IResult> RunAsync(
        string function,
        RunRequest? request,
        RunFunction run,
        DevelopmentPowers powers,
        MailOptions mail,
        CancellationToken cancellationToken)
    {
        if (request?.AsOf is { } asOf && !MayBe(asOf, powers, mail))
        {
            return Refused(StatusCodes.Status400BadRequest, "run.asOf", "RunAsOf");
        }

        var outcome = await run.RunAsync(function, request?.AsOf, cancellationToken);
        return outcome.Ending switch
        {
            RunEnding.Finished => TypedResults.Json(outcome.Counts),
            RunEnding.Unknown => Refused(StatusCodes.Status404NotFound, "run.unknown", "RunUnknown"),
            RunEnding.Busy => Refused(StatusCodes.Status409Conflict, "run.busy", "RunBusy"),
            _ => Refused(StatusCodes.Status503ServiceUnavailable, "run.cutShort", "RunCutShort"),
        };
    }

    // Letters of another day must not leave the machine.
    private static bool MayBe(DateTimeOffset asOf, DevelopmentPowers powers, MailOptions mail) =>
        powers.On && mail.StaysOnMachine && asOf >= FirstAsOf && asOf < LastAsOf;

    private static IResult Refused(int status, string code, string text) =>
        Problem.Of(status, code, HostingTexts.Get(text));
}

/// <param name="AsOf">The clock of the run; only in Development. Null for the present.</param>
internal sealed record RunRequest(DateTimeOffset? AsOf);
