namespace ServerlessParty.Organizations;

/// <summary>Marks contacts that letters no longer go to.</summary>
public static class ContactMarks
{
    /// <summary>The unit with everyone marked who has <paramref name="address"/>; null when there is nobody to mark.</summary>
    /// <param name="address">Lower case.</param>
    /// <param name="on">The civil day.</param>
    public static Organization? OfAddress(Organization unit, string address, ContactFlaw flaw, DateOnly on)
    {
        var mark = new ContactMark(flaw, on, unit.LinkEpoch);
        var after = Each(unit.Contacts, c => c.LetterAddress() == address ? c with { Mark = mark } : c);
        return after == unit.Contacts ? null : unit with { Contacts = after };
    }

    /// <summary>The unit with nobody marked any more for <paramref name="address"/>, where the flaw may have passed; null when nobody was.</summary>
    /// <param name="address">Lower case.</param>
    public static Organization? OfRestored(Organization unit, string address)
    {
        var after = Each(
            unit.Contacts, c => c.Mark is { MayPass: true } && c.WrittenAddress() == address ? c with { Mark = null } : c);
        return after == unit.Contacts ? null : unit with { Contacts = after };
    }

    /// <summary>The unit whose secretary said to be it no longer; who was asked before is not asked again.</summary>
    /// <param name="successor">Whom the secretary named, or null.</param>
    public static Organization OfLeaving(Organization unit, Contact? successor, DateOnly on)
    {
        var known = unit.Contacts.Secretary.Mark ?? new ContactMark(ContactFlaw.Resigned, on, unit.LinkEpoch);
        var mark = known with { Flaw = ContactFlaw.Resigned, Successor = successor ?? known.Successor };
        return OfSecretary(unit, mark);
    }

    /// <summary>The unit with this mark at its secretary.</summary>
    public static Organization OfSecretary(Organization unit, ContactMark mark) =>
        unit with { Contacts = unit.Contacts with { Secretary = unit.Contacts.Secretary with { Mark = mark } } };

    /// <summary>New contacts with the marks of the old ones, where the flaw is still there: the same address, or the same person who left.</summary>
    public static Contacts Carried(Contacts before, Contacts after)
    {
        var marked = before.Deputies.Prepend(before.Secretary).Where(c => c.Mark is not null).ToList();
        return marked.Count == 0 ? after : Each(after, c => c with { Mark = marked.Find(m => StillHolds(m, c))?.Mark });
    }

    /// <summary>Whether the mark of one contact speaks of the other too.</summary>
    public static bool StillHolds(Contact marked, Contact contact) => marked.Mark is { IsOfAddress: true }
        ? marked.WrittenAddress() is { } address && contact.WrittenAddress() == address
        : (marked.Name, marked.WrittenAddress()) == (contact.Name, contact.WrittenAddress())
            && (marked.WrittenAddress() is not null || marked.Phone == contact.Phone);

    private static Contacts Each(Contacts contacts, Func<Contact, Contact> change) =>
        new(change(contacts.Secretary), [.. contacts.Deputies.Select(change)]);
}
