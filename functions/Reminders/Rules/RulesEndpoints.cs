using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Organizations;
using ServerlessParty.Web;

namespace ServerlessParty.Reminders.Rules;

/// <summary>The reminder rules: looked at, previewed as a draft, put in force. Only what was checked is ever put in force.</summary>
internal static class RulesEndpoints
{
    public static void MapRules(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rules", ShowAsync).NeedsStore(Power.Read);
        routes.MapPost("/rules/preview", PreviewAsync).NeedsStore(Power.Operate);
        routes.MapPost("/rules", ApplyAsync).NeedsStore(Power.Operate);
        routes.MapPost("/rules/reset", ResetAsync).NeedsStore(Power.Operate);
        routes.MapGet("/api/rules", FindAsync).NeedsStore(Power.Read);
        routes.MapPost("/api/rules/preview", PreviewJsonAsync).NeedsStore(Power.Operate);
        routes.MapPut("/api/rules", PutAsync).NeedsStore(Power.Operate);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, bool? saved, CurrentRules current, CancellationToken cancellationToken)
    {
        var inForce = await current.FindAsync(cancellationToken);
        return Page(context, inForce, [.. inForce.Lines.Select(RuleDraft.Of)], inForce.Version, saved: saved == true);
    }

    private static async Task<IResult> PreviewAsync(
        HttpContext context, IFormCollection form, CurrentRules current, CheckRules check, PreviewRules preview,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var drafts = RulesForm.Read(form);
        var inForce = await current.FindAsync(cancellationToken);
        var found = await check.RunAsync(drafts, cancellationToken);
        var outlook = found.Refusals.Count > 0 ? null : await preview.RunAsync(
            ReminderRulesFile.Of(found.Lines), inForce.Rules, calendar, cancellationToken);
        return Page(context, inForce, drafts, RulesForm.Version(form), found.Refusals, outlook);
    }

    private static async Task<IResult> ApplyAsync(
        HttpContext context, IFormCollection form, CurrentRules current, CheckRules check, ChangeRules change,
        CancellationToken cancellationToken)
    {
        var drafts = RulesForm.Read(form);
        var found = await check.RunAsync(drafts, cancellationToken);
        var isDone = found.Refusals.Count == 0 && await change.RunAsync(
            found.Lines, RulesForm.Version(form), context.Actor(), cancellationToken) == RulesChange.Done;
        if (isDone)
        {
            return new SeeOther("/rules?saved=true");
        }

        var inForce = await current.FindAsync(cancellationToken);
        return found.Refusals.Count > 0
            ? Page(context, inForce, drafts, RulesForm.Version(form), found.Refusals)
            : Page(context, inForce, drafts, inForce.Version, isOvertaken: true);
    }

    private static async Task<IResult> ResetAsync(
        HttpContext context, IFormCollection form, CurrentRules current, ChangeRules change, CancellationToken cancellationToken)
    {
        if (await change.RunAsync(null, RulesForm.Version(form), context.Actor(), cancellationToken) == RulesChange.Done)
        {
            return new SeeOther("/rules?saved=true");
        }

        var inForce = await current.FindAsync(cancellationToken);
        return Page(
            context, inForce, [.. inForce.Lines.Select(RuleDraft.Of)], inForce.Version, isOvertaken: true);
    }

    private static async Task<IResult> FindAsync(CurrentRules current, CancellationToken cancellationToken) =>
        TypedResults.Ok(RulesJson.Of(await current.FindAsync(cancellationToken)));

    private static async Task<IResult> PreviewJsonAsync(
        ChangedRulesJson body, CurrentRules current, CheckRules check, PreviewRules preview, PartyCalendar calendar,
        CancellationToken cancellationToken)
    {
        var inForce = await current.FindAsync(cancellationToken);
        var found = body.Rules is null ? null : await check.RunAsync([.. body.Rules.Select(RuleDraft.Of)], cancellationToken);
        return found?.Refusals is [var refusal, ..]
            ? Refuse(refusal)
            : TypedResults.Ok(OutlookJson.Of(await preview.RunAsync(
                found is null ? inForce.Rules : ReminderRulesFile.Of(found.Lines), inForce.Rules, calendar, cancellationToken)));
    }

    private static async Task<IResult> PutAsync(
        HttpContext context, ChangedRulesJson body, CurrentRules current, CheckRules check, ChangeRules change,
        CancellationToken cancellationToken)
    {
        var found = body.Rules is null ? null : await check.RunAsync([.. body.Rules.Select(RuleDraft.Of)], cancellationToken);
        if (found?.Refusals is [var refusal, ..])
        {
            return Refuse(refusal);
        }

        return await change.RunAsync(found?.Lines, body.Version ?? "", context.Actor(), cancellationToken) == RulesChange.Done
            ? TypedResults.Ok(RulesJson.Of(await current.FindAsync(cancellationToken)))
            : Problem.Of(StatusCodes.Status409Conflict, "rules.version", RulesTexts.Get("Overtaken"));
    }

    private static ProblemHttpResult Refuse(RuleRefusal refusal) => Problem.Of(
        StatusCodes.Status422UnprocessableEntity, "rules.invalid", RulesTexts.Refusal(refusal),
        new Dictionary<string, object?> { ["rule"] = refusal.Number, ["field"] = refusal.Field });

    private static RazorComponentResult<RulesPage> Page(
        HttpContext context, RulesInForce inForce, IReadOnlyList<RuleDraft> drafts, string version,
        IReadOnlyList<RuleRefusal>? refusals = null, RulesOutlook? outlook = null, bool saved = false, bool isOvertaken = false)
    {
        var isRefused = refusals is { Count: > 0 };
        return new(new
        {
            InForce = inForce,
            Drafts = drafts,
            Version = version,
            Refusals = refusals ?? [],
            Outlook = outlook,
            IsSaved = saved,
            IsOvertaken = isOvertaken,
            MayChange = context.Caller() is { } caller && AccessRules.Holds(caller.Role, Power.Operate),
        })
        {
            StatusCode = isOvertaken ? StatusCodes.Status409Conflict
                : isRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }
}
