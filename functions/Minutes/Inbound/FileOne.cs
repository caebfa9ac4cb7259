using ServerlessParty.Mail.Inbound;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>
/// Brings one mail to its end: filed, refused, or before a person. The delivery runs it, and so does the timer for what was left.
/// A run that was cut off is repeated from the start and does nothing twice.
/// </summary>
public sealed class FileOne(
    IIntake intake, UnpackMail unpack, MatchUnit match, FileDocuments file, AnswerMail answer, IObligations obligations,
    PartyCalendar calendar) : IMailFiling
{
    public async Task<IntakeMail> FileAsync(IntakeMail mail, InboundMail? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return await AdvanceAsync(mail, Triage(mail, MailRefusals.Unreadable), cancellationToken);
        }

        await using var unpacked = await unpack.RunAsync(content, chosen: null, cancellationToken);
        if (unpacked.IsSecret)
        {
            return await RefuseSecretAsync(mail, content, cancellationToken);
        }

        return unpacked.IsBusy ? mail : await match.RunAsync(content, cancellationToken) switch
        {
            UnitMatch.Found found => await FileAsync(mail, content, found.Unit, unpacked, cancellationToken),
            UnitMatch.Unsure unsure => await TriageAsync(mail, content, unsure.Reason, cancellationToken),
            var other => throw new InvalidOperationException($"No such match: {other}."),
        };
    }

    private async Task<IntakeMail> FileAsync(
        IntakeMail mail, InboundMail content, Organization unit, UnpackedMail unpacked, CancellationToken cancellationToken)
    {
        var words = PeriodWords.Of(content.Head.Subject, calendar.Today);
        var owed = await obligations.OfAsync(unit.Id, cancellationToken);
        Meeting? MeetingOf(string name) => MeetingChoice.Of(words.Or(PeriodWords.Of(name, calendar.Today)), owed, calendar.Today);
        if (Doubt(content, unpacked, MeetingOf) is { } reason)
        {
            return await TriageAsync(mail, content, reason, cancellationToken);
        }

        var filed = await file.RunAsync(mail.Id, unit.Id, unpacked, name => MeetingOf(name)!, cancellationToken);
        if (filed.IsSecret)
        {
            return await RefuseSecretAsync(mail, content, cancellationToken);
        }

        return filed.IsBusy ? mail : await EndAsync(mail, content, unit, unpacked, filed, cancellationToken);
    }

    private async Task<IntakeMail> EndAsync(
        IntakeMail mail, InboundMail content, Organization unit, UnpackedMail unpacked, FiledDocuments filed, CancellationToken cancellationToken)
    {
        IReadOnlyList<IntakeRefusal> refusals = [.. unpacked.Refusals, .. filed.Refusals];
        await answer.RefusedAsync(mail, content, unit, refusals, cancellationToken);
        var next = mail with
        {
            State = filed.Minutes.Count > 0 ? IntakeState.Filed : IntakeState.Refused,
            Outcome = new() { Unit = unit.Id.Value, Documents = [.. filed.Minutes.Select(m => m.ToString())], Refusals = refusals },
        };
        return await AdvanceAsync(mail, next, cancellationToken);
    }

    /// <summary>Why a person has to look although the unit is known; null when nobody has to.</summary>
    private static string? Doubt(InboundMail content, UnpackedMail unpacked, Func<string, Meeting?> meetingOf) =>
        unpacked.HasTooMany ? MailRefusals.TooManyDocuments
        : unpacked is { Documents.Count: 0, Refusals.Count: 0 } ? (content.Head.IsAutomatic ? MailRefusals.Automatic : MailRefusals.NoDocument)
        : unpacked.Documents.Any(d => meetingOf(d.File.FileName) is null) ? MailRefusals.Period
        : null;

    /// <summary>What carries a mark goes first, the letter after it: a crash between them costs the letter, not the secret.</summary>
    private async Task<IntakeMail> RefuseSecretAsync(IntakeMail mail, InboundMail content, CancellationToken cancellationToken)
    {
        var next = SecretMail.Refused(mail);
        var stored = await AdvanceAsync(mail, next, cancellationToken);
        await answer.SecretAsync(mail, content, await match.RunAsync(content, cancellationToken), cancellationToken);
        return stored;
    }

    private async Task<IntakeMail> TriageAsync(
        IntakeMail mail, InboundMail content, string reason, CancellationToken cancellationToken)
    {
        await answer.TriagedAsync(mail, content, cancellationToken);
        return await AdvanceAsync(mail, Triage(mail, reason), cancellationToken);
    }

    private static IntakeMail Triage(IntakeMail mail, string reason) =>
        mail with { State = IntakeState.Triage, Outcome = new() { Reason = reason } };

    // Somebody else was faster: what they decided is what is.
    private async Task<IntakeMail> AdvanceAsync(IntakeMail mail, IntakeMail next, CancellationToken cancellationToken) =>
        await intake.AdvanceAsync(mail, next, cancellationToken)
        ?? await intake.FindAsync(mail.Id, cancellationToken)
        ?? throw new InvalidOperationException($"The mail {mail.Id} was there and is gone.");
}

/// <summary>What stays of a mail in which a mark of secrecy was found: time, name and refusal.</summary>
internal static class SecretMail
{
    public static IntakeMail Refused(IntakeMail mail) => mail.Emptied() with
    {
        State = IntakeState.Refused,
        Outcome = new() { Refusals = [new(MinutesRefusals.Secret, "")] },
    };
}
