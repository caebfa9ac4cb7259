using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Letters;

/// <summary>Mails a return to the secretary on file.</summary>
public sealed class ReturnNotice(MinutesLetters letters, IOrganizations organizations) : IReturnNotice
{
    public async Task ReturnedAsync(Obligation returned, CancellationToken cancellationToken)
    {
        if (await organizations.FindAsync(returned.Key.Organization, cancellationToken) is { } unit)
        {
            await letters.ReturnedAsync(
                unit, returned.Key, returned.Comment ?? "", returned.DueOn, cancellationToken);
        }
    }
}
