using ServerlessParty.Mail.Inbound;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>Whose mail it is.</summary>
public abstract record UnitMatch
{
    private UnitMatch()
    {
    }

    public sealed record Found(Organization Unit) : UnitMatch;

    /// <summary>A person has to say.</summary>
    /// <param name="Reason">One of <see cref="MailRefusals"/>.</param>
    /// <param name="Candidates">Units that it may be of.</param>
    public sealed record Unsure(string Reason, IReadOnlyList<OrganizationId> Candidates) : UnitMatch;
}

/// <summary>
/// Finds the unit of a mail: by the word in the address it was carried to, else by the author, when exactly one unit has that
/// address on file and the mail provably comes from there.
/// </summary>
public sealed class MatchUnit(
    IHandInTokens tokens, KnownContacts contacts, IOrganizations organizations, InboundOptions options, PartyCalendar calendar)
{
    public async Task<UnitMatch> RunAsync(InboundMail mail, CancellationToken cancellationToken)
    {
        var named = await NamedAsync(mail.Envelope, cancellationToken);
        var candidates = named.Count > 0 || mail.Head.From is not { } author
            ? named
            : await contacts.UnitsOfAsync(author, cancellationToken);
        return candidates switch
        {
            [] => new UnitMatch.Unsure(MailRefusals.UnknownSender, []),
            [var unit] when named.Count > 0 || SenderAlignment.IsAligned(mail) => await CurrentAsync(unit, cancellationToken),
            [_] => new UnitMatch.Unsure(MailRefusals.NotAligned, candidates),
            _ => new UnitMatch.Unsure(MailRefusals.SeveralUnits, candidates),
        };
    }

    private async Task<IReadOnlyList<OrganizationId>> NamedAsync(MailEnvelope envelope, CancellationToken cancellationToken)
    {
        var units = new List<OrganizationId>();
        foreach (var token in envelope.To.Select(to => PlusAddress.TokenOf(to, options.Domain)).OfType<string>().Distinct())
        {
            if (await tokens.UnitOfAsync(token, cancellationToken) is { } unit && !units.Contains(unit))
            {
                units.Add(unit);
            }
        }

        return units;
    }

    /// <summary>The dossier decides: lists of the tree only follow.</summary>
    private async Task<UnitMatch> CurrentAsync(OrganizationId id, CancellationToken cancellationToken) =>
        await organizations.FindAsync(id, cancellationToken) is { IsClosed: false } unit && unit.ExistsOn(calendar.Today)
            ? new UnitMatch.Found(unit)
            : new UnitMatch.Unsure(MailRefusals.UnitEnded, [id]);
}
