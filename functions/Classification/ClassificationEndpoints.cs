using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Classification;

internal static class ClassificationEndpoints
{
    private const string One = "/api/campaigns/{year:int}";

    public static void MapClassification(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/campaigns", ListAsync).NeedsBranch(Power.Read);
        routes.MapGet(One, FindAsync).NeedsBranch(Power.Read);
        routes.MapGet(One + "/progress", ProgressAsync).NeedsBranch(Power.Read);
        routes.MapPut(One, PutAsync).NeedsStore(Power.Write);
        routes.MapPost(One + "/open", OpenAsync).NeedsStore(Power.Write);
        routes.MapPost(One + "/close", CloseAsync).NeedsStore(Power.Write);
        routes.MapCampaignPages();
    }

    private static async Task<IResult> ListAsync(ICampaigns campaigns, CancellationToken cancellationToken)
    {
        var all = await campaigns.AllAsync(cancellationToken);
        return TypedResults.Ok(new CampaignListJson([.. all.Select(CampaignJson.Of)], null));
    }

    private static async Task<IResult> FindAsync(int year, ICampaigns campaigns, CancellationToken cancellationToken) =>
        await campaigns.FindAsync(year, cancellationToken) is { } campaign
            ? TypedResults.Ok(CampaignJson.Of(campaign))
            : CampaignProblemEndpoints.Of(CampaignRefusals.NotFound);

    private static async Task<IResult> ProgressAsync(
        int year, HttpContext context, CampaignProgress useCase, CancellationToken cancellationToken) =>
        await useCase.RunAsync(year, context.Branch(), cancellationToken) is { } report
            ? TypedResults.Ok(ProgressJson.Of(year, report))
            : CampaignProblemEndpoints.Of(CampaignRefusals.NotFound);

    private static async Task<IResult> PutAsync(
        int year, CampaignBody? body, HttpContext context, PutCampaign useCase, CancellationToken cancellationToken)
    {
        var (wanted, flaw) = (body ?? new(null, null, null)).Read(year);
        if (wanted is null)
        {
            return CampaignProblemEndpoints.Of(flaw!);
        }

        return await useCase.RunAsync(wanted, context.Actor(), cancellationToken) switch
        {
            CampaignOutcome.Saved saved => TypedResults.Ok(CampaignJson.Of(saved.Campaign)),
            CampaignOutcome.Refused refused => CampaignProblemEndpoints.Of(refused.Code),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer."),
        };
    }

    private static async Task<IResult> OpenAsync(
        int year, HttpContext context, OpenCampaign useCase, CancellationToken cancellationToken) =>
        await useCase.RunAsync(year, context.Actor(), cancellationToken) switch
        {
            OpeningOutcome.Opened opened => TypedResults.Ok(new OpenedJson(opened.Created, opened.Existing)),
            OpeningOutcome.Refused refused => CampaignProblemEndpoints.Of(refused.Code),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer."),
        };

    private static async Task<IResult> CloseAsync(
        int year,
        HttpContext context,
        CloseCampaign useCase,
        PartyCalendar calendar,
        CancellationToken cancellationToken) =>
        await useCase.RunAsync(year, context.Actor(), cancellationToken) switch
        {
            ClosingOutcome.Closed closed => TypedResults.Ok(CampaignJson.Of(closed.Campaign)),
            ClosingOutcome.Refused refused => CampaignProblemEndpoints.Of(refused.Code),
            ClosingOutcome.Unfinished unfinished => CampaignProblemEndpoints.Of(unfinished, calendar.Today),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer."),
        };
}
