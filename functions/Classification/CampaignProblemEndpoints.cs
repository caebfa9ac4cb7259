using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Obligations;
using ServerlessParty.Web;

namespace ServerlessParty.Classification;

/// <summary>How campaign endpoints say no.</summary>
internal static class CampaignProblemEndpoints
{
    public static ProblemHttpResult Of(string code) => Problem.Of(StatusOf(code), code, ClassificationTexts.Refusal(code));

    /// <summary>Says how many obligations are unfinished and lists the first of them.</summary>
    public static ProblemHttpResult Of(ClosingOutcome.Unfinished unfinished, DateOnly today) => Problem.Of(
        StatusCodes.Status409Conflict,
        CampaignRefusals.Open,
        Sentence(unfinished),
        new Dictionary<string, object?>
        {
            ["count"] = unfinished.Count,
            ["items"] = unfinished.Listed.Select(o => ObligationJson.Of(o, today)).ToList(),
        });

    public static string Sentence(ClosingOutcome.Unfinished unfinished) => unfinished.Count == 0
        ? ClassificationTexts.Get("Campaign.Ahead")
        : ClassificationTexts.Format("Campaign.Unfinished", unfinished.Count);

    private static int StatusOf(string code) => code switch
    {
        CampaignRefusals.NotFound => StatusCodes.Status404NotFound,
        CampaignRefusals.StepFixed or CampaignRefusals.Moving or CampaignRefusals.NotOpen or CampaignRefusals.Open
            or CampaignRefusals.Closing or CampaignRefusals.Closed => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
