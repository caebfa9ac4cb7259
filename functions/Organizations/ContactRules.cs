namespace ServerlessParty.Organizations;

/// <summary>What is wrong with a contact.</summary>
/// <param name="Field">Where: <c>secretary.email</c>, <c>deputies.0.name</c>, <c>deputies</c>.</param>
/// <param name="Code">A stable word: <c>contact.email.invalid</c>.</param>
/// <param name="Message">A sentence in the caller's language.</param>
public sealed record ContactFault(string Field, string Code, string Message);

/// <summary>Brings contacts that people wrote into the form that is stored.</summary>
public static class ContactRules
{
    /// <summary>Composed, trimmed texts, e-mail in lower case; deputies without any content are left out.</summary>
    public static Contacts Clean(Contacts written, ICollection<ContactFault> faults)
    {
        var secretary = Clean(written.Secretary, "secretary", faults);
        var deputies = written.Deputies
            .Select((deputy, index) => Clean(deputy, $"deputies.{index}", faults))
            .Where(deputy => deputy != Contact.Unknown).ToArray();
        if (deputies.Length > Contacts.MaxDeputies)
        {
            faults.Add(Fault("deputies", "contact.deputies.tooMany", Contacts.MaxDeputies));
        }

        return new(secretary, deputies);
    }

    /// <summary>As the other, for a new secretary: named, reachable, and not by the address that letters came back from.</summary>
    public static Contact CleanSecretary(Contact written, Contact current, ICollection<ContactFault> faults)
    {
        var secretary = Clean(written, "secretary", faults);
        if (faults.Count == 0 && secretary.Name.Length == 0)
        {
            faults.Add(Fault("secretary.name", "contact.name.missing"));
        }

        if (faults.Count == 0 && secretary is { Email: null, Phone: null })
        {
            faults.Add(Fault("secretary.email", "contact.reach.missing"));
        }

        if (faults.Count == 0 && current.Mark is { } mark && ContactMarks.StillHolds(current, secretary))
        {
            faults.Add(mark.IsOfAddress
                ? Fault("secretary.email", "contact.email.unreachable", secretary.Email!)
                : Fault("secretary.name", "contact.left", secretary.Name));
        }

        return secretary;
    }

    private static Contact Clean(Contact written, string who, ICollection<ContactFault> faults) => new(
        Text(written.Name, $"{who}.name", Contact.MaxNameLength, faults),
        Email(Text(written.Email, $"{who}.email", Contact.MaxEmailLength, faults), $"{who}.email", faults),
        Text(written.Phone, $"{who}.phone", Contact.MaxPhoneLength, faults) is { Length: > 0 } phone ? phone : null);

    private static string Text(string? written, string field, int maxLength, ICollection<ContactFault> faults)
    {
        if (!Spelling.TryClean(written ?? "", out var text))
        {
            faults.Add(Fault(field, "contact.text.invalid"));
        }
        else if (text.Length > maxLength)
        {
            faults.Add(Fault(field, "contact.tooLong", maxLength));
            return "";
        }

        return text;
    }

    private static string? Email(string text, string field, ICollection<ContactFault> faults)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (EmailRule.TryNormalize(text, out var email))
        {
            return email;
        }

        faults.Add(Fault(field, "contact.email.invalid", text));
        return null;
    }

    private static ContactFault Fault(string field, string code, params object[] arguments) =>
        new(field, code, OrganizationsTexts.Format(code, arguments));
}
