using ServerlessParty.Mail.Inbound;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>What became of a person's decision about a mail. The same decision again changes nothing and is answered alike.</summary>
public abstract record IntakeDecision
{
    private IntakeDecision()
    {
    }

    /// <summary>It is so now; also for a mail that turned out to carry a mark and was refused.</summary>
    public sealed record Done(IntakeMail Mail) : IntakeDecision;

    /// <summary>It was not done.</summary>
    /// <param name="Code">One of <see cref="MailRefusals"/> or <see cref="MinutesRefusals"/>.</param>
    /// <param name="Files">The files that were not taken, where these are the reason.</param>
    public sealed record Refused(string Code, IReadOnlyList<IntakeRefusal>? Files = null) : IntakeDecision;
}

/// <summary>To whom and for which meeting a person assigns a mail.</summary>
/// <param name="Files">Which files, 1 for the first; null leaves the choice to what they are.</param>
public sealed record IntakeAssignment(OrganizationId Unit, Meeting Meeting, IReadOnlySet<int>? Files);
