using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using ServerlessParty.Access;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Obligations;
using ServerlessParty.Web;

namespace ServerlessParty.Minutes;

/// <summary>Minutes for programs: hand in, find, read, download.</summary>
internal static class MinutesEndpoints
{
    private const int PageLength = 50;

    public static void MapMinutes(this IEndpointRouteBuilder routes)
    {
        routes.MapMinutesUpload();
        routes.MapGet("/api/minutes", FindAsync).NeedsBranch(Power.Read, "organizationId");
        routes.MapGet("/api/minutes/{id}", ReadAsync).NeedsUnit(Power.Read);
        routes.MapGet("/api/minutes/{id}/content", DownloadAsync).NeedsUnit(Power.Read);
    }

    public static IResult Answer(ReceivedMinutes outcome, SharedBytes shared, DateOnly today) => outcome switch
    {
        ReceivedMinutes.Stored stored => TypedResults.Created(
            $"/api/minutes/{stored.Minutes.Id}",
            MinutesJson.Of(stored.Minutes, shared) with { StillOwed = [.. stored.StillOwed.Select(o => ObligationJson.Of(o, today))] }),
        ReceivedMinutes.Duplicate duplicate => Refuse(
            MinutesRefusals.Duplicate,
            new() { ["original"] = duplicate.Original.ToString(), ["location"] = $"/api/minutes/{duplicate.Original}" }),
        ReceivedMinutes.Refused refused => Refuse(refused.Code),
        _ => throw new InvalidOperationException($"No such outcome: {outcome}."),
    };

    public static ProblemHttpResult Refuse(string code, Dictionary<string, object?>? more = null) =>
        Problem.Of(MinutesRefusalStatus.StatusOf(code), code, MinutesRefusalTexts.Of(code), more);

    /// <summary>The file under its name, to be saved, not shown: a browser must not run what strangers sent.</summary>
    public static async Task<IResult> SendAsync(
        MeetingMinutes found, HttpContext context, IMinutes minutes, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(
            await minutes.OpenAsync(found, cancellationToken),
            found.Type.MediaType(),
            found.FileName,
            found.ReceivedAt,
            new EntityTagHeaderValue($"\"{found.Sha256}\""),
            enableRangeProcessing: true);
    }

    private static async Task<IResult> FindAsync(
        HttpContext context, string? q, string? period, string? state, string? after, FindMinutes find,
        CancellationToken cancellationToken)
    {
        if (!TryParse(period, state, out var wantedPeriod, out var wantedState) || q?.Length > FindMinutes.MaxQueryLength)
        {
            return Refuse(MinutesRefusals.Filter);
        }

        var page = await find.RunAsync(
            context.Branch(), q, wantedPeriod, wantedState, after, PageLength, cancellationToken);
        return TypedResults.Ok(new MinutesListJson([.. page.Items.Select(MinutesItemJson.Of)], page.Next));
    }

    private static async Task<IResult> ReadAsync(
        string id, HttpContext context, IMinutes minutes, FindSharedBytes shared, CancellationToken cancellationToken) =>
        await LoadAsync(id, minutes, cancellationToken) is { } found
            ? TypedResults.Ok(MinutesJson.Of(found, await shared.RunAsync(found, context.Caller()!.Scope, cancellationToken)))
            : Refuse(MinutesRefusals.NotFound);

    private static async Task<IResult> DownloadAsync(
        string id, HttpContext context, IMinutes minutes, CancellationToken cancellationToken) =>
        await LoadAsync(id, minutes, cancellationToken) is { } found
            ? await SendAsync(found, context, minutes, cancellationToken)
            : Refuse(MinutesRefusals.NotFound);

    private static async Task<MeetingMinutes?> LoadAsync(string id, IMinutes minutes, CancellationToken cancellationToken) =>
        MinutesId.TryParse(id, out var parsed) ? await minutes.FindAsync(parsed, cancellationToken) : null;

    private static bool TryParse(string? periodText, string? stateText, out Period? period, out MinutesState? state)
    {
        (period, state) = (null, null);
        if (!string.IsNullOrEmpty(periodText))
        {
            if (!Period.TryParse(periodText, out var parsed))
            {
                return false;
            }

            period = parsed;
        }

        if (!string.IsNullOrEmpty(stateText))
        {
            if (!Enum.TryParse<MinutesState>(stateText, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
            {
                return false;
            }

            state = parsed;
        }

        return true;
    }
}
