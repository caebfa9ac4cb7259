using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Classification;

/// <summary>The buttons of a campaign's page, and how its forms are read.</summary>
internal static class CampaignFormEndpoints
{
    /// <summary>How many rows the form has; the API takes as many steps as a campaign may hold.</summary>
    public const int Rows = 8;

    private const string One = "/campaigns/{year:int}";

    public static void MapCampaignActs(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(One + "/open", OpenAsync).NeedsStore(Power.Write);
        routes.MapPost(One + "/close", CloseAsync).NeedsStore(Power.Write);
        routes.MapPost(One + "/steps/{step:int}", MoveAsync).NeedsStore(Power.Write);
    }

    /// <summary>The campaign as a filled form asks for it; rows that name no unit kind are left out.</summary>
    public static CampaignBody Read(IFormCollection form)
    {
        var rows = Enumerable.Range(0, Rows)
            .Select(i => new StepBody(
                form[$"kind-{i}"], [.. form[$"unitKinds-{i}"].OfType<string>()], Day(form, $"opensOn-{i}"), Day(form, $"dueOn-{i}")))
            .Where(row => row.UnitKinds!.Count > 0);
        return new(form["name"], form["ruleSet"], [.. rows]);
    }

    /// <summary>What a page says after an act: only texts made for that, whatever the address asks for.</summary>
    public static string? Sentence(string? said, int? count) => said switch
    {
        "Campaign.Saved" or "Campaign.WasClosed" or "Campaign.Ahead" => ClassificationTexts.Get(said),
        "Campaign.Opened" or "Campaign.Unfinished" => ClassificationTexts.Format(said, Format.Number(count ?? 0)),
        _ => null,
    };

    private static async Task<IResult> OpenAsync(
        int year, IFormCollection form, HttpContext context, OpenCampaign useCase, CancellationToken cancellationToken)
    {
        if (form["confirm"] != "yes")
        {
            return Back(year, "refused=confirm");
        }

        var outcome = await useCase.RunAsync(year, context.Actor(), cancellationToken);
        return Back(year, outcome switch
        {
            OpeningOutcome.Opened opened => $"said=Campaign.Opened&count={Text(opened.Created)}",
            OpeningOutcome.Refused refused => $"refused={refused.Code}",
            _ => "",
        });
    }

    private static async Task<IResult> CloseAsync(
        int year, IFormCollection form, HttpContext context, CloseCampaign useCase, CancellationToken cancellationToken)
    {
        if (form["confirm"] != "yes")
        {
            return Back(year, "refused=confirm");
        }

        return Back(year, await useCase.RunAsync(year, context.Actor(), cancellationToken) switch
        {
            ClosingOutcome.Closed => "said=Campaign.WasClosed",
            ClosingOutcome.Unfinished { Count: 0 } => "said=Campaign.Ahead",
            ClosingOutcome.Unfinished unfinished => $"said=Campaign.Unfinished&count={Text(unfinished.Count)}",
            ClosingOutcome.Refused refused => $"refused={refused.Code}",
            _ => "",
        });
    }

    private static async Task<IResult> MoveAsync(
        int year,
        int step,
        IFormCollection form,
        HttpContext context,
        ICampaigns campaigns,
        PutCampaign useCase,
        CancellationToken cancellationToken)
    {
        var campaign = await campaigns.FindAsync(year, cancellationToken);
        if (campaign?.Steps.ElementAtOrDefault(step) is not { } current || Day(form, "from") != current.DueOn)
        {
            return Back(year, "refused=campaign.changed");
        }

        var moved = current with { DueOn = Day(form, "dueOn") ?? DateOnly.MinValue };
        var wanted = campaign with { Steps = [.. campaign.Steps.Select((s, i) => i == step ? moved : s)] };
        var outcome = await useCase.RunAsync(wanted, context.Actor(), cancellationToken);
        return Back(
            year, outcome is CampaignOutcome.Refused refused ? $"refused={refused.Code}" : "said=Campaign.Saved");
    }

    private static RedirectHttpResult Back(int year, string query) =>
        TypedResults.LocalRedirect($"/campaigns/{Text(year)}?{query}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateOnly? Day(IFormCollection form, string field) =>
        DateOnly.TryParseExact(form[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
