using ServerlessParty.Mail.Inbound;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>A person lays a mail aside, with a reason. It stays kept, and may be taken up again.</summary>
public sealed class DiscardMail(IIntake intake, TimeProvider time)
{
    public async Task<IntakeDecision> RunAsync(IntakeId id, string? reason, string actor, CancellationToken cancellationToken)
    {
        if (await intake.FindAsync(id, cancellationToken) is not { } mail)
        {
            return new IntakeDecision.Refused(MailRefusals.NotFound);
        }

        if (mail.State is IntakeState.Discarded)
        {
            return new IntakeDecision.Done(mail);
        }

        if (!Spelling.TryClean((reason ?? "").ReplaceLineEndings(" "), out var note) || note.Length == 0)
        {
            return new IntakeDecision.Refused(MailRefusals.ReasonMissing);
        }

        if ((note.Length > IntakeOutcome.MaxNote ? MailRefusals.TooLong : IntakeRules.Obstacle(mail)) is { } refusal)
        {
            return new IntakeDecision.Refused(refusal);
        }

        var outcome = mail.Outcome with { DecidedAt = time.GetUtcNow(), DecidedBy = actor, Note = note };
        return await intake.AdvanceAsync(mail, mail with { State = IntakeState.Discarded, Outcome = outcome }, cancellationToken) is { } stored
            ? new IntakeDecision.Done(stored)
            : new IntakeDecision.Refused(MailRefusals.Decided);
    }
}
