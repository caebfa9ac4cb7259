using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>Lets the next planning look again at what the unit's people could not be told.</summary>
public sealed class NoteReaddressed(IReminderSettings settings, TimeProvider time) : IContactWatch
{
    public Task ReplacingAsync(OrganizationId unit, CancellationToken cancellationToken) =>
        settings.NoteReaddressedAsync(unit, time.GetUtcNow(), cancellationToken);
}
