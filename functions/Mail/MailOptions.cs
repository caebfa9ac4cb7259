using ServerlessParty.Mail.SendGrid;
using ServerlessParty.Mail.Smtp;

namespace ServerlessParty.Mail;

/// <summary>Who carries letters.</summary>
public enum MailCarrier
{
    /// <summary>Files in a folder of this machine.</summary>
    Folder,

    /// <summary>SendGrid, over HTTPS.</summary>
    SendGrid,

    /// <summary>A relay of one's own.</summary>
    Smtp,
}

/// <summary>Settings <c>Mail:*</c>. The generated binder sets properties of an existing object, so that they cannot be init-only.</summary>
public sealed class MailOptions
{
    /// <summary>The most characters of <see cref="FromName"/>.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The name of a <see cref="MailCarrier"/>, in any case; default <c>Folder</c>.</summary>
    public string Provider { get; set; } = nameof(MailCarrier.Folder);

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "back-office@example.org";

    /// <summary>The sender's name as readers see it; empty for none.</summary>
    public string FromName { get; set; } = "";

    public SendGridOptions SendGrid { get; set; } = new();

    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>Null when <see cref="Provider"/> names none.</summary>
    public MailCarrier? Carrier => Enum.TryParse<MailCarrier>(Provider, ignoreCase: true, out var carrier)
        && Enum.IsDefined(carrier) && !char.IsAsciiDigit(Provider[0]) ? carrier : null;

    /// <summary>Whether no letter can leave this machine: the condition for pretending another day.</summary>
    public bool StaysOnMachine => Carrier switch
    {
        MailCarrier.Folder => true,
        MailCarrier.SendGrid => SendGrid.Address?.IsLoopback == true,
        MailCarrier.Smtp => Smtp.IsOnMachine,
        _ => false,
    };

    /// <summary>What is wrong with the settings, each flaw as <c>{setting}: {what it must be}.</c>; never shows a secret.</summary>
    public IEnumerable<string> Flaws()
    {
        if (Carrier is null)
        {
            yield return $"Mail__Provider: must be Folder, SendGrid or Smtp, not `{Provider}`.";
        }

        if (!EmailAddress.IsValid(From))
        {
            yield return "Mail__From: must be a plain e-mail address.";
        }

        if (FromName.Length > MaxNameLength || FromName.Any(char.IsControl))
        {
            yield return "Mail__FromName: must be at most 100 characters without control characters.";
        }

        foreach (var flaw in SendGrid.Flaws(isCarrier: Carrier is MailCarrier.SendGrid)
            .Concat(Smtp.Flaws(isCarrier: Carrier is MailCarrier.Smtp)))
        {
            yield return flaw;
        }
    }
}
