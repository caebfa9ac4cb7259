using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Organizations;
using ServerlessParty.Web;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>Mail that came in, for programs: list, read, download, assign, lay aside.</summary>
internal static class IntakeApiEndpoints
{
    private const int PageLength = 50;
    private const int MaxCursor = 100;

    public static void MapIntakeApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/intake", ListAsync).NeedsStore(Power.Write);
        routes.MapGet("/api/intake/{id}", ReadAsync).NeedsStore(Power.Write);
        routes.MapGet("/api/intake/{id}/files/{number:int}", DownloadAsync).NeedsStore(Power.Write);
        routes.MapPost("/api/intake/{id}/assignment", AssignAsync).NeedsStore(Power.Write);
        routes.MapPost("/api/intake/{id}/discard", DiscardAsync).NeedsStore(Power.Write);
    }

    /// <summary>The sentence of a code, in the reader's language.</summary>
    public static string Say(string code, RefusalSentence sentence) => InboundTexts.Find($"Refusal.{code}") ?? sentence(code);

    public static int StatusOf(string code) => code switch
    {
        MailRefusals.NotFound => StatusCodes.Status404NotFound,
        MailRefusals.Underway or MailRefusals.Decided or MailRefusals.NotKept or MinutesRefusals.Duplicate or MinutesRefusals.NotOwed =>
            StatusCodes.Status409Conflict,
        MinutesRefusals.ScannerDown => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>A page of mails; null when state or cursor are none. Without a state: those that wait for a person.</summary>
    public static async Task<(IntakeState State, IntakePage Page)?> PageAsync(
        string? state, string? after, IIntake intake, CancellationToken cancellationToken)
    {
        var wanted = IntakeState.Triage;
        return after?.Length > MaxCursor || (!string.IsNullOrEmpty(state) && !TryParse(state, out wanted))
            ? null
            : (wanted, await intake.PageAsync(wanted, after, PageLength, cancellationToken));
    }

    /// <summary>The file under its name, to be saved, not shown: a browser must not run what strangers sent.</summary>
    public static async Task<IResult?> SendAsync(
        string id, int number, HttpContext context, OpenIntakeFile open, CancellationToken cancellationToken)
    {
        if (!IntakeId.TryParse(id, out var mail) || await open.RunAsync(mail, number, cancellationToken) is not { } file)
        {
            return null;
        }

        context.Response.RegisterForDisposeAsync(file);
        return TypedResults.Stream(file.Bytes, "application/octet-stream", file.Name);
    }

    private static bool TryParse(string text, out IntakeState state) =>
        Enum.TryParse(text, ignoreCase: true, out state) && Enum.IsDefined(state) && !char.IsAsciiDigit(text[0]);

    private static async Task<IResult> ListAsync(
        string? state, string? after, IIntake intake, CancellationToken cancellationToken) =>
        await PageAsync(state, after, intake, cancellationToken) is { } found
            ? TypedResults.Ok(new IntakeListJson([.. found.Page.Items.Select(IntakeJson.Of)], found.Page.Next))
            : Problem.Of(StatusCodes.Status400BadRequest, "intake.filter", InboundTexts.Get("Refusal.intake.filter"));

    private static async Task<IResult> ReadAsync(
        string id, ReadIntake read, RefusalSentence sentence, CancellationToken cancellationToken) =>
        IntakeId.TryParse(id, out var mail) && await read.RunAsync(mail, cancellationToken) is { } view
            ? TypedResults.Ok(IntakeViewJson.Of(view))
            : Refuse(new(MailRefusals.NotFound), sentence);

    private static async Task<IResult> DownloadAsync(
        string id, int number, HttpContext context, OpenIntakeFile open, RefusalSentence sentence, CancellationToken cancellationToken) =>
        await SendAsync(id, number, context, open, cancellationToken) ?? Refuse(new(MailRefusals.NotFound), sentence);

    private static async Task<IResult> AssignAsync(
        string id, AssignmentJson? body, HttpContext context, AssignMail assign, ResolveUnit resolve, PartyCalendar calendar,
        RefusalSentence sentence, CancellationToken cancellationToken)
    {
        if (!IntakeId.TryParse(id, out var mail))
        {
            return Refuse(new(MailRefusals.NotFound), sentence);
        }

        if (await resolve.RunAsync(body?.OrganizationId, cancellationToken) is not { } unit)
        {
            return Refuse(new(MinutesRefusals.Unit), sentence);
        }

        return !MeetingText.TryRead(body?.Kind, body?.Period, calendar.Today, out var meeting, out var refusal)
            ? Refuse(new(refusal), sentence)
            : Answer(
                await assign.RunAsync(mail, new(unit, meeting, body?.Files?.ToHashSet()), context.Actor(), cancellationToken), sentence);
    }

    private static async Task<IResult> DiscardAsync(
        string id, DiscardJson? body, HttpContext context, DiscardMail discard, RefusalSentence sentence, CancellationToken cancellationToken) =>
        IntakeId.TryParse(id, out var mail)
            ? Answer(await discard.RunAsync(mail, body?.Reason, context.Actor(), cancellationToken), sentence)
            : Refuse(new(MailRefusals.NotFound), sentence);

    private static IResult Answer(IntakeDecision decision, RefusalSentence sentence) => decision switch
    {
        IntakeDecision.Done done => TypedResults.Ok(IntakeJson.Of(done.Mail)),
        IntakeDecision.Refused refused => Refuse(refused, sentence),
        _ => throw new InvalidOperationException($"No such decision: {decision}."),
    };

    private static ProblemHttpResult Refuse(IntakeDecision.Refused refused, RefusalSentence sentence) => Problem.Of(
        StatusOf(refused.Code),
        refused.Code,
        Say(refused.Code, sentence),
        refused.Files is { } files
            ? new Dictionary<string, object?> { ["refusals"] = files.Select(IntakeRefusalJson.Of).ToList() }
            : null);
}
