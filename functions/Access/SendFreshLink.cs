using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>
/// Mails a fresh one-tap link to the secretary's address on file, asked for by whoever holds a dead one of the unit. It
/// tells its caller nothing, so that nobody learns whether the unit has an address, or was written to.
/// </summary>
public sealed class SendFreshLink(
    UnitLinks links, IOrganizations organizations, SendEventLetter letters, StoreLanguage language, TimeProvider time)
{
    /// <summary>The most such letters to one unit's secretary in a day, Vietnamese time.</summary>
    public const int MostADay = 3;

    /// <param name="token">As it stood in the link; what we did not sign does nothing.</param>
    public async Task RunAsync(string token, CancellationToken cancellationToken)
    {
        var today = PartyCalendar.DayOf(time.GetUtcNow());
        if (await links.ReadAsync(token, cancellationToken) is { } dead
            && await organizations.FindAsync(dead.Unit, cancellationToken) is { } unit
            && unit.ExistsOn(today)
            && unit.Contacts.Secretary.LetterAddress() is { } address)
        {
            var link = await links.CreateAsync(unit.Id, unit.LinkEpoch, today, cancellationToken);
            await SendAsync(FreshLinkLetter.Write(address, unit, link, today, language.Culture), today, cancellationToken);
        }
    }

    /// <summary>Each letter of the day claims the first free number; when all are taken, nothing leaves.</summary>
    private async Task SendAsync(EventMail mail, DateOnly today, CancellationToken cancellationToken)
    {
        for (var number = 1; number <= MostADay; number++)
        {
            var numbered = mail with { EventId = $"{mail.EventId}.{number}" };
            if (await letters.RunAsync(numbered, today, cancellationToken) is not null)
            {
                return;
            }
        }
    }
}
