using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Pages;

/// <summary>What a unit has in hand after handing in; to be opened again at any time from its page.</summary>
internal static class ReceiptEndpoints
{
    public static void MapReceipts(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/u/receipts/{id}", ShowAsync).NeedsUnit(Power.Read);

    private static async Task<IResult> ShowAsync(
        string id,
        string? received,
        IMinutes minutes,
        IOrganizations organizations,
        IObligations obligations,
        PartyCalendar calendar,
        CancellationToken cancellationToken)
    {
        if (!MinutesId.TryParse(id, out var wanted)
            || await minutes.FindAsync(wanted, cancellationToken) is not { } found
            || await organizations.FindAsync(wanted.Key.Organization, cancellationToken) is not { } unit)
        {
            return TypedResults.NotFound();
        }

        var all = await obligations.OfAsync(unit.Id, cancellationToken);
        return new RazorComponentResult<ReceiptPage>(new
        {
            Minutes = found,
            Unit = unit,
            Owed = (IReadOnlyList<Obligation>)[.. all.Where(o => o.IsReminded).OrderBy(o => o.DueOn)],
            calendar.Today,
            Received = received,
        });
    }
}
