using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>
/// A person says whose mail it is and for which meeting, and its documents are handed in. A run that was cut off may be
/// repeated: nothing is handed in twice.
/// </summary>
public sealed class AssignMail(IIntake intake, UnpackMail unpack, FileDocuments file, TimeProvider time)
{
    public async Task<IntakeDecision> RunAsync(
        IntakeId id, IntakeAssignment assignment, string actor, CancellationToken cancellationToken)
    {
        if (await intake.FindAsync(id, cancellationToken) is not { } mail)
        {
            return new IntakeDecision.Refused(MailRefusals.NotFound);
        }

        if (IntakeRules.Obstacle(mail) is { } obstacle)
        {
            return mail.State is IntakeState.Filed && mail.Outcome.Unit == assignment.Unit.Value
                ? new IntakeDecision.Done(mail)
                : new IntakeDecision.Refused(obstacle);
        }

        await using var post = await intake.OpenAsync(id, cancellationToken);
        return post is null ? new IntakeDecision.Refused(MailRefusals.NotKept)
            : await InboundMailReader.TryReadAsync(post, cancellationToken) is not { } content
                ? new IntakeDecision.Refused(MailRefusals.Unreadable)
                : await FileAsync(mail, content, assignment, actor, cancellationToken);
    }

    private async Task<IntakeDecision> FileAsync(
        IntakeMail mail, InboundMail content, IntakeAssignment assignment, string actor, CancellationToken cancellationToken)
    {
        await using var unpacked = await unpack.RunAsync(content, assignment.Files, cancellationToken);
        if (unpacked.IsSecret)
        {
            return await AdvanceAsync(mail, SecretMail.Refused(mail), cancellationToken);
        }

        if (unpacked.IsBusy)
        {
            return new IntakeDecision.Refused(MinutesRefusals.ScannerDown);
        }

        if (unpacked.HasTooMany || unpacked is { Documents.Count: 0, Refusals.Count: 0 })
        {
            return new IntakeDecision.Refused(unpacked.HasTooMany ? MailRefusals.TooManyDocuments : MailRefusals.NothingChosen);
        }

        var filed = await file.RunAsync(mail.Id, assignment.Unit, unpacked, _ => assignment.Meeting, cancellationToken);
        return filed.IsBusy ? new IntakeDecision.Refused(MinutesRefusals.ScannerDown)
            : filed.IsSecret ? await AdvanceAsync(mail, SecretMail.Refused(mail), cancellationToken)
            : await EndAsync(mail, assignment, filed, [.. unpacked.Refusals, .. filed.Refusals], actor, cancellationToken);
    }

    /// <summary>What was not taken stays in triage, with the reasons: nothing is dropped by a wrong assignment.</summary>
    private async Task<IntakeDecision> EndAsync(
        IntakeMail mail,
        IntakeAssignment assignment,
        FiledDocuments filed,
        IReadOnlyList<IntakeRefusal> refusals,
        string actor,
        CancellationToken cancellationToken)
    {
        if (filed.Minutes.Count == 0)
        {
            return new IntakeDecision.Refused(refusals[0].Code, refusals);
        }

        var outcome = new IntakeOutcome
        {
            Unit = assignment.Unit.Value,
            Documents = [.. filed.Minutes.Select(m => m.ToString())],
            Refusals = refusals,
            DecidedAt = time.GetUtcNow(),
            DecidedBy = actor,
        };
        return await AdvanceAsync(mail, mail with { State = IntakeState.Filed, Outcome = outcome }, cancellationToken);
    }

    private async Task<IntakeDecision> AdvanceAsync(IntakeMail mail, IntakeMail next, CancellationToken cancellationToken) =>
        await intake.AdvanceAsync(mail, next, cancellationToken) is { } stored
            ? new IntakeDecision.Done(stored)
            : new IntakeDecision.Refused(MailRefusals.Decided);
}
