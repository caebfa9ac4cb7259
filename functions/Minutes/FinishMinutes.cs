using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes;

/// <summary>Brings what minutes are found by to where the dossiers are, and removes bytes that an upload cut off a day ago left.</summary>
public sealed class FinishMinutes(IMinutesIndex index) : IHousework
{
    public async Task RunAsync(CancellationToken cancellationToken) => await index.FinishAsync(cancellationToken);
}
