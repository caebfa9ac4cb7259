using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Classification;

/// <summary>The campaign pages and their forms: a saved form goes on to the campaign, a refused one comes back as it was filled.</summary>
internal static class CampaignPageEndpoints
{
    public static void MapCampaignPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/campaigns", ListAsync).NeedsBranch(Power.Read);
        routes.MapPost("/campaigns", SaveAsync).NeedsStore(Power.Write);
        routes.MapGet("/campaigns/{year:int}", ShowAsync).NeedsBranch(Power.Read);
        routes.MapCampaignActs();
    }

    private static async Task<IResult> ListAsync(
        int? year, [AsParameters] PageRequest page, ICampaigns campaigns, CancellationToken cancellationToken)
    {
        var wanted = year is >= RatingCampaign.FirstYear and <= RatingCampaign.LastYear and var given
            ? given
            : page.Calendar.Today.Year;
        var all = await campaigns.AllAsync(cancellationToken);
        var known = all.FirstOrDefault(c => c.Year == wanted);
        return page.Form(all, wanted, known is null ? CampaignProposal.For(wanted, page.Kinds) : CampaignBody.Of(known), null);
    }

    private static async Task<IResult> SaveAsync(
        IFormCollection form,
        [AsParameters] PageRequest page,
        ICampaigns campaigns,
        PutCampaign useCase,
        CancellationToken cancellationToken)
    {
        var body = CampaignFormEndpoints.Read(form);
        _ = int.TryParse(form["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year);
        var (wanted, flaw) = body.Read(year);
        var outcome = wanted is null
            ? new CampaignOutcome.Refused(flaw!)
            : await useCase.RunAsync(wanted, page.Context.Actor(), cancellationToken);
        return outcome is CampaignOutcome.Refused refused
            ? page.Form(await campaigns.AllAsync(cancellationToken), year, body, refused.Code)
            : TypedResults.LocalRedirect($"/campaigns/{year.ToString(CultureInfo.InvariantCulture)}?said=Campaign.Saved");
    }

    private static RazorComponentResult<CampaignsPage> Form(
        this PageRequest page, IReadOnlyList<RatingCampaign> all, int year, CampaignBody draft, string? refused) =>
        new(new
        {
            Campaigns = all,
            Year = year,
            Draft = draft,
            page.Kinds,
            Refused = refused,
            page.MayWrite,
        })
        {
            StatusCode = refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static async Task<IResult> ShowAsync(
        int year,
        string? said,
        string? refused,
        int? count,
        [AsParameters] PageRequest page,
        ICampaigns campaigns,
        CampaignProgress progress,
        CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(year, cancellationToken) is not { } campaign)
        {
            return TypedResults.LocalRedirect("/campaigns");
        }

        return new RazorComponentResult<CampaignPage>(new
        {
            Campaign = campaign,
            Progress = await progress.RunAsync(year, page.Context.Branch(), cancellationToken),
            page.Calendar.Today,
            page.Kinds,
            Said = CampaignFormEndpoints.Sentence(said, count),
            Refused = refused is null ? null : ClassificationTexts.Refusal(refused),
            page.MayWrite,
        });
    }

    /// <summary>What every campaign page takes from its request.</summary>
    internal sealed record PageRequest(HttpContext Context, PartyCalendar Calendar, UnitKinds Kinds)
    {
        public bool MayWrite => Context.Caller()?.Role is Role.Operator or Role.Commission;
    }
}
