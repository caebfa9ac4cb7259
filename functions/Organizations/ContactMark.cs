namespace ServerlessParty.Organizations;

/// <summary>Why no more letters go to a contact.</summary>
public enum ContactFlaw
{
    /// <summary>A letter came back for good: there is no such mailbox.</summary>
    Bounced,

    /// <summary>The carrier does not even try the address, since it knows it from before.</summary>
    Dropped,

    /// <summary>The reader called a letter spam or wants no more.</summary>
    Declined,

    /// <summary>The secretary said not to be the secretary any more.</summary>
    Resigned,
}

/// <summary>Says that no more letters go to a contact. It lies in the contact, so that it ends with the address it is about.</summary>
/// <param name="On">The civil day it was made.</param>
/// <param name="Number">Tells it from other marks of the same unit: the unit's link epoch when it was made, which any later secretary raises.</param>
/// <param name="Asked">Who was asked for the secretary of now; null while nobody was.</param>
/// <param name="Successor">Whom the secretary who leaves named: shown to those who decide, applied by nobody.</param>
public sealed record ContactMark(
    ContactFlaw Flaw, DateOnly On, int Number, SuccessorQuestion? Asked = null, Contact? Successor = null)
{
    /// <summary>Whether the flaw is the address's, whoever has it.</summary>
    public bool IsOfAddress => Flaw != ContactFlaw.Resigned;

    /// <summary>Whether the flaw may have passed without anybody's doing at the unit.</summary>
    public bool MayPass => Flaw is ContactFlaw.Bounced or ContactFlaw.Dropped;
}

/// <summary>The one letter that asks a superior who the secretary is now; written here before it leaves, so that it leaves once.</summary>
/// <param name="Of">The id of the unit asked.</param>
/// <param name="To">The address asked, lower case; kept, since the letter of a try always goes to the same one.</param>
/// <param name="On">The civil day the letter belongs to; its link works for <see cref="ISecretaryLinks.DaysAlive"/> days from then.</param>
/// <param name="Try">From 1; a further one only after the letter before is known not to have arrived.</param>
/// <param name="HasFailed">Whether this try certainly did not leave.</param>
public sealed record SuccessorQuestion(string Of, string To, DateOnly On, int Try, bool HasFailed = false);
