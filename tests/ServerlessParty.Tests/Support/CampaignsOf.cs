using ServerlessParty.Classification;
using ServerlessParty.Obligations;

namespace ServerlessParty.Tests.Support;

/// <summary>Campaigns that are valid unless a test says otherwise.</summary>
internal static class CampaignsOf
{
    public static RatingCampaign Year2026(params CampaignStep[] steps) => new(
        2026, "Đánh giá, xếp loại năm 2026", "366-2025", steps.Length == 0 ? [Step()] : steps, CampaignState.Planned);

    public static CampaignStep Step(string opensOn = "2026-11-01", string dueOn = "2026-12-04") => new(
        ObligationKind.OrganizationRating, [OwedPapers.Cell], OwedPapers.On(opensOn), OwedPapers.On(dueOn));
}
