using ServerlessParty.Mail.Inbound;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>A mail as a person sees it who has to decide about it.</summary>
/// <param name="IsReadable">False for a post that cannot be read, and for a mail that is not kept.</param>
/// <param name="IsVerified">Whether it provably comes from its author.</param>
/// <param name="Candidates">Units it may be of.</param>
/// <param name="Proposal">For which meeting it seems to be.</param>
public sealed record IntakeView(
    IntakeMail Mail,
    bool IsReadable,
    bool IsVerified,
    string Text,
    IReadOnlyList<IntakeFile> Files,
    IReadOnlyList<Organization> Candidates,
    Meeting? Proposal);

/// <summary>One file of a mail.</summary>
/// <param name="Number">1 for the first.</param>
public sealed record IntakeFile(int Number, string Name, long Size, AttachmentUse Use);

/// <summary>Reads a mail again for a person.</summary>
public sealed class ReadIntake(IIntake intake, MatchUnit match, IOrganizations organizations, PartyCalendar calendar)
{
    public async Task<IntakeView?> RunAsync(IntakeId id, CancellationToken cancellationToken)
    {
        if (await intake.FindAsync(id, cancellationToken) is not { } mail)
        {
            return null;
        }

        await using var post = mail.IsKept ? await intake.OpenAsync(id, cancellationToken) : null;
        var content = post is null ? null : await InboundMailReader.TryReadAsync(post, cancellationToken);
        return content is null
            ? new(mail, false, false, "", [], [], null)
            : new(
                mail,
                true,
                SenderAlignment.IsAligned(content),
                content.Text,
                [.. content.Attachments.Select((f, i) => new IntakeFile(i + 1, f.Name, f.Size, MailDocuments.UseOf(f)))],
                await CandidatesAsync(content, cancellationToken),
                MeetingChoice.Of(Words(content), [], calendar.Today));
    }

    private PeriodWords Words(InboundMail content) => content.Attachments
        .Where(f => MailDocuments.UseOf(f) is AttachmentUse.Document)
        .Aggregate(
            PeriodWords.Of(content.Head.Subject, calendar.Today),
            (words, file) => words.Or(PeriodWords.Of(file.Name, calendar.Today)));

    private async Task<IReadOnlyList<Organization>> CandidatesAsync(InboundMail content, CancellationToken cancellationToken)
    {
        IReadOnlyList<OrganizationId> ids = await match.RunAsync(content, cancellationToken) switch
        {
            UnitMatch.Found found => [found.Unit.Id],
            UnitMatch.Unsure unsure => unsure.Candidates,
            _ => [],
        };
        var units = await organizations.FindManyAsync(ids, cancellationToken);
        return [.. units.Values.OrderBy(u => u.Name, StringComparer.Ordinal)];
    }
}
