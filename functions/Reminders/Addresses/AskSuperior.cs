using System.Globalization;
using ServerlessParty.Audit;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>
/// Asks the nearest superior that letters reach who the secretary of a unit is now: one letter for each address lost. Whom it
/// goes to is written into the dossier first, so that the letter is the same one whatever is run again; only one that is known not
/// to have arrived is followed by another. Without any superior to ask, the commission's list remains.
/// </summary>
public sealed class AskSuperior(
    IOrganizations organizations, ISecretaryLinks links, SendEventLetter letters, StoreLanguage language, TimeProvider time)
{
    /// <summary>The most letters of which all but the last are known not to have arrived.</summary>
    public const int MaxTries = 5;

    private DateOnly Today => PartyCalendar.DayOf(time.GetUtcNow());

    /// <summary>Asks unless it was asked; a letter that certainly did not leave is written anew.</summary>
    public Task RunAsync(OrganizationId unit, CancellationToken cancellationToken) => AskAsync(
        unit, mark => mark.Asked is null || (mark.Asked.HasFailed && mark.Asked.Try < MaxTries), cancellationToken);

    /// <summary>Asks the next one up, since this letter came back.</summary>
    public async Task AgainAsync(LetterId letter, CancellationToken cancellationToken)
    {
        if (letter.Sequence.Split('.') is [.. var unit, var number, var tried]
            && OrganizationId.TryParse(string.Join('.', unit), out var id)
            && int.TryParse(number, CultureInfo.InvariantCulture, out var mark)
            && int.TryParse(tried, CultureInfo.InvariantCulture, out var last) && last < MaxTries)
        {
            await AskAsync(id, m => m.Number == mark && m.Asked?.Try == last, cancellationToken);
        }
    }

    private async Task AskAsync(OrganizationId id, Func<ContactMark, bool> isWanted, CancellationToken cancellationToken)
    {
        var unit = await organizations.FindAsync(id, cancellationToken);
        if (unit?.Contacts.Secretary.Mark is { } mark && isWanted(mark) && unit.ExistsOn(Today))
        {
            unit = await ClaimAsync(unit, isWanted, cancellationToken);
        }

        if (unit?.Contacts.Secretary.Mark is { Asked: { HasFailed: false } question } asked)
        {
            await SendAsync(unit, asked, question, cancellationToken);
        }
    }

    private async Task<Organization?> ClaimAsync(
        Organization unit, Func<ContactMark, bool> isWanted, CancellationToken cancellationToken)
    {
        var superior = await SuperiorAsync(unit, cancellationToken);
        return await organizations.ChangeAsync(unit.Id, current =>
        {
            if (superior is not var (of, to) || current.Contacts.Secretary.Mark is not { } mark || !isWanted(mark))
            {
                return null;
            }

            var question = new SuccessorQuestion(of.Id.Value, to, Today, (mark.Asked?.Try ?? 0) + 1);
            return new(
                ContactMarks.OfSecretary(current, mark with { Asked = question }),
                new AuditNote(AuditNote.System, "organization.secretary.asked", Comment: of.Id.Value));
        }, cancellationToken);
    }

    private async Task<(Organization Of, string To)?> SuperiorAsync(Organization unit, CancellationToken cancellationToken)
    {
        // Nor whom a letter just came back from, though it may be for a reason that ends no address.
        string?[] lost = [unit.Contacts.Secretary.WrittenAddress(), unit.Contacts.Secretary.Mark?.Asked is { HasFailed: false } asked ? asked.To : null];
        foreach (var above in await organizations.AncestorsAsync(unit.Id, cancellationToken))
        {
            if (await organizations.FindAsync(above, cancellationToken) is { } superior
                && superior.ExistsOn(Today)
                && superior.Contacts.Secretary.LetterAddress() is { } address && !lost.Contains(address))
            {
                return (superior, address);
            }
        }

        return null;
    }

    private async Task SendAsync(
        Organization unit, ContactMark mark, SuccessorQuestion question, CancellationToken cancellationToken)
    {
        var link = await links.CreateAsync(unit.Id, mark.Number, question.On, cancellationToken);
        var asked = await organizations.FindAsync(OrganizationId.Parse(question.Of), cancellationToken);
        var mail = SuccessorLetter.Write(unit, mark, question, asked?.Name ?? "", link, language.Culture);
        if (await letters.RunAsync(mail, question.On, cancellationToken) == LetterState.Failed)
        {
            await organizations.ChangeAsync(unit.Id, current => Failed(current, mark.Number, question.Try), CancellationToken.None);
        }
    }

    private static OrganizationChange? Failed(Organization unit, int number, int tried) =>
        unit.Contacts.Secretary.Mark is { Asked: { HasFailed: false } question } mark
            && (mark.Number, question.Try) == (number, tried)
            ? new(
                ContactMarks.OfSecretary(unit, mark with { Asked = question with { HasFailed = true } }),
                new AuditNote(AuditNote.System, "organization.secretary.notAsked"))
            : null;
}
