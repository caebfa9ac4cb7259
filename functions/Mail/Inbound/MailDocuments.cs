using System.Text.RegularExpressions;

namespace ServerlessParty.Mail.Inbound;

/// <summary>What a file of a mail is to us.</summary>
public enum AttachmentUse
{
    /// <summary>Something that a person meant to send.</summary>
    Document,

    /// <summary>What mail programs add: signatures, logos, business cards, notices.</summary>
    LeftOut,

    /// <summary>Outlook's package <c>winmail.dat</c>, in which the documents are hidden.</summary>
    Packed,
}

/// <summary>Tells the documents of a mail from what mail programs add by themselves.</summary>
public static partial class MailDocuments
{
    /// <summary>A picture below this many bytes is an icon: a page photographed by a phone has some hundred thousand.</summary>
    public const long SmallPicture = 20_000;

    private static readonly HashSet<string> AddedTypes =
    [
        "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-keys",
        "application/ics", "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/rfc822-headers",
        "message/delivery-status", "message/disposition-notification", "message/feedback-report",
    ];

    public static AttachmentUse UseOf(InboundAttachment file) =>
        IsPacked(file) ? AttachmentUse.Packed
        : AddedTypes.Contains(file.MediaType) || AddedName().IsMatch(file.Name) || IsPictureOfText(file) ? AttachmentUse.LeftOut
        : AttachmentUse.Document;

    private static bool IsPacked(InboundAttachment file) =>
        file.MediaType is "application/ms-tnef" or "application/vnd.ms-tnef"
        || file.Name.Equals("winmail.dat", StringComparison.OrdinalIgnoreCase);

    private static bool IsPictureOfText(InboundAttachment file) =>
        (file.MediaType.StartsWith("image/", StringComparison.Ordinal) || PictureName().IsMatch(file.Name))
        && (file.IsShown || file.Size < SmallPicture);

    /// <summary>Signatures, cards, invitations, and the names that servers give to parts without one.</summary>
    [GeneratedRegex(@"\.(p7s|asc|sig|vcf|ics)$|^ATT\d+\.(txt|html?)$", RegexOptions.IgnoreCase)]
    private static partial Regex AddedName();

    [GeneratedRegex(@"\.(jpe?g|png|gif|bmp|webp)$", RegexOptions.IgnoreCase)]
    private static partial Regex PictureName();
}
