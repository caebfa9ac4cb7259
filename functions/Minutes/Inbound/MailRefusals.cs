namespace ServerlessParty.Minutes.Inbound;

/// <summary>The stable words for what became of a mail, beside <see cref="MinutesRefusals"/>; each has a sentence.</summary>
public static class MailRefusals
{
    /// <summary>The post cannot be read.</summary>
    public const string Unreadable = "mail.unreadable";

    /// <summary>No unit has the sender's address on file, and the mail came to no unit's own address.</summary>
    public const string UnknownSender = "mail.unknownSender";

    /// <summary>A unit has the address on file, but nothing proves that the mail came from there.</summary>
    public const string NotAligned = "mail.notAligned";

    /// <summary>More than one unit has the address on file, or it came to the addresses of several.</summary>
    public const string SeveralUnits = "mail.severalUnits";

    /// <summary>The unit it is for ended.</summary>
    public const string UnitEnded = "mail.unitEnded";

    /// <summary>A person wrote, and sent no document along.</summary>
    public const string NoDocument = "mail.noDocument";

    /// <summary>A program sent it, without a document: a notice of absence, a letter that did not arrive.</summary>
    public const string Automatic = "mail.automatic";

    /// <summary>More documents than <see cref="UnpackMail.MaxDocuments"/>.</summary>
    public const string TooManyDocuments = "mail.tooManyDocuments";

    /// <summary>For which month or quarter it is can't be told.</summary>
    public const string Period = "mail.period";

    /// <summary>No run could bring it to an end.</summary>
    public const string Failing = Mail.Inbound.FileMail.Failing;

    /// <summary>Outlook's package <c>winmail.dat</c> instead of the document.</summary>
    public const string Winmail = "mail.winmail";

    /// <summary>There is no such mail (404).</summary>
    public const string NotFound = "intake.notFound";

    /// <summary>It is still being filed (409).</summary>
    public const string Underway = "intake.underway";

    /// <summary>It was filed already, or somebody else decided at the same moment (409).</summary>
    public const string Decided = "intake.decided";

    /// <summary>The mail itself was not kept (409).</summary>
    public const string NotKept = "intake.notKept";

    /// <summary>None of its files was chosen (422).</summary>
    public const string NothingChosen = "intake.nothingChosen";

    /// <summary>A mail is laid aside only with a reason (422).</summary>
    public const string ReasonMissing = "intake.reasonMissing";

    /// <summary>A reason of more than <see cref="Mail.Inbound.IntakeOutcome.MaxNote"/> characters (422).</summary>
    public const string TooLong = "intake.tooLong";
}
