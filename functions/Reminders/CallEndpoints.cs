using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>The call list. Its messages hold links that act for a unit, so that reading alone does not open it.</summary>
internal static class CallEndpoints
{
    private const int PageLength = 100;

    public static void MapCalls(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/reminders/calls", ListAsync).NeedsBranch(Power.Decide);
        routes.MapGet("/reminders/calls", ShowAsync).NeedsBranch(Power.Decide);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, string? after, ListCalls calls, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (after is not null && !OrganizationId.TryParse(after, out _))
        {
            return RemindersEndpoints.BadCursor();
        }

        var page = await calls.RunAsync(calendar, context.Branch(), after, PageLength, cancellationToken);
        return TypedResults.Ok(new CallListJson([.. page.Items.Select(CallJson.Of)], page.Next));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string? after, ListCalls calls, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var start = OrganizationId.TryParse(after, out var id) ? id.Key : null;
        var page = await calls.RunAsync(calendar, context.Branch(), start, PageLength, cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<CallsPage>(new { Page = page, Under = context.Branch()?.Value });
    }
}

internal sealed record CallListJson(IReadOnlyList<CallJson> Items, string? Next);

internal sealed record CallJson(
    string OrganizationId, string Name, string Secretary, string? Phone, IReadOnlyList<CallPaperJson> Owed, string Message)
{
    public static CallJson Of(CallItem item) => new(
        item.Organization.Value, item.Name, item.Secretary, item.Phone,
        [.. item.Owed.Select(CallPaperJson.Of)], item.Message);
}

internal sealed record CallPaperJson(string Kind, string Period, string Name, string DueOn, int DaysLate)
{
    public static CallPaperJson Of(CallPaper owed) => new(
        owed.Kind.Value, owed.Period.Value, owed.Paper.Name,
        RemindersEndpoints.ToText(owed.Paper.DueOn), Math.Max(0, -owed.Paper.DaysLeft));
}
