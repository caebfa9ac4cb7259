using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>About which mails a person may decide.</summary>
public static class IntakeRules
{
    /// <summary>Why nobody may, as one of <see cref="MailRefusals"/>; null for a mail in triage, refused or laid aside.</summary>
    public static string? Obstacle(IntakeMail mail) => mail switch
    {
        { IsKept: false } => MailRefusals.NotKept,
        { State: IntakeState.Received } => MailRefusals.Underway,
        { State: IntakeState.Filed } => MailRefusals.Decided,
        _ => null,
    };
}
