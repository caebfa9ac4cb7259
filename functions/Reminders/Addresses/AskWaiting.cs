using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>Asks where a crash, or a carrier that took nothing, left a superior unasked, and where there was nobody to ask before.</summary>
public sealed class AskWaiting(IOrganizations organizations, AskSuperior ask) : IHousework
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<OrganizationId> waiting = [];
        await foreach (var unit in organizations.SubtreeAsync(null, cancellationToken))
        {
            if (unit.Contacts.Secretary.Mark is { Asked: null or { HasFailed: true } })
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
