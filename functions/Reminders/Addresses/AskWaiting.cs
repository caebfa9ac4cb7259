using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>Asks where a crash, or a carrier that took nothing, left a superior unasked, and where there was nobody to ask before.</summary>
public sealed class AskWaiting(IOrganizations organizations, AskSuperior ask, TimeProvider time) : IHousework
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // A letter of yesterday or today may never have been begun; one that was is not sent again.
        var recent = PartyCalendar.DayOf(time.GetUtcNow()).AddDays(-1);
        List<OrganizationId> waiting = [];
        await foreach (var unit in organizations.SubtreeAsync(null, cancellationToken))
        {
            if (unit.Contacts.Secretary.Mark is { } mark
                && (mark.Asked is null or { HasFailed: true } || mark.Asked.On >= recent))
            {
                waiting.Add(unit.Id);
            }
        }

        foreach (var unit in waiting)
        {
            await ask.RunAsync(unit, cancellationToken);
        }
    }
}
