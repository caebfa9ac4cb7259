using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes.Photos;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>What became of the documents of one mail.</summary>
/// <param name="IsBusy">Something that passes stood in the way; what was handed in stays so, the rest is tried again.</param>
/// <param name="IsSecret">A mark was found after all.</param>
public sealed record FiledDocuments(
    IReadOnlyList<MinutesId> Minutes, IReadOnlyList<IntakeRefusal> Refusals, bool IsBusy = false, bool IsSecret = false);

/// <summary>
/// Hands the documents of a mail in, each on its own; several photos are the pages of one. Repeating it hands nothing in twice:
/// what is there already and came in by this very mail counts as filed.
/// </summary>
public sealed class FileDocuments(HandInMinutes handIn, JoinPhotos join, IMinutes minutes)
{
    /// <param name="meetingOf">For which meeting a document of that name is.</param>
    public async Task<FiledDocuments> RunAsync(
        IntakeId mail, OrganizationId unit, UnpackedMail unpacked, Func<string, Meeting> meetingOf, CancellationToken cancellationToken)
    {
        var filing = new Filing(mail, unit, meetingOf);
        var photos = unpacked.Documents.Where(d => d.IsPhoto).Select(d => d.File).ToList();
        var single = unpacked.Documents.Where(d => !d.IsPhoto || photos.Count == 1).Select(d => d.File);
        foreach (var file in single)
        {
            if (!await HandInAsync(filing, file, cancellationToken))
            {
                return filing.Result;
            }
        }

        if (photos.Count > 1)
        {
            await JoinAsync(filing, photos, cancellationToken);
        }

        return filing.Result;
    }

    /// <summary>Who hands in, for the trail: the mail, by its name.</summary>
    public static string ActorOf(IntakeId mail) => $"mail:{mail}";

    private async Task JoinAsync(Filing filing, List<SpooledFile> photos, CancellationToken cancellationToken)
    {
        var name = Path.ChangeExtension(photos[0].FileName, ".pdf");
        var meeting = filing.MeetingOf(photos[0].FileName);
        var key = new ObligationKey(filing.Unit, meeting.Kind, meeting.Period);
        // Joined anew the document might differ in a byte, and would be a second one.
        var earlier = (await minutes.VersionsAsync(key, cancellationToken))
            .FirstOrDefault(m => m.ReceivedBy == filing.Actor && m.FileName == name);
        if (earlier is not null)
        {
            filing.Minutes.Add(earlier.Id);
            return;
        }

        switch (await join([.. photos.Select(p => p.Rewind())], name, cancellationToken))
        {
            case JoinedPhotos.Done done:
                await using (done.File)
                {
                    await HandInAsync(filing, done.File, cancellationToken, meeting);
                }

                break;
            case JoinedPhotos.Refused refused:
                filing.Refuse(refused.Code, name);
                break;
        }
    }

    /// <returns>Whether to go on with the next.</returns>
    private async Task<bool> HandInAsync(
        Filing filing, SpooledFile file, CancellationToken cancellationToken, Meeting? known = null)
    {
        var meeting = known ?? filing.MeetingOf(file.FileName);
        var outcome = await handIn(
            new(filing.Unit, meeting.Kind, meeting.Period, null, file, filing.Actor, MinutesChannel.Mail), cancellationToken);
        switch (outcome)
        {
            case ReceivedMinutes.Stored stored:
                filing.Minutes.Add(stored.Minutes.Id);
                return true;
            case ReceivedMinutes.Duplicate duplicate:
                await KnownAsync(filing, file, duplicate.Original, cancellationToken);
                return true;
            case ReceivedMinutes.Refused { Code: MinutesRefusals.ScannerDown }:
                filing.IsBusy = true;
                return false;
            case ReceivedMinutes.Refused { Code: MinutesRefusals.Secret }:
                filing.IsSecret = true;
                return false;
            case ReceivedMinutes.Refused refused:
                filing.Refuse(refused.Code, file.FileName);
                return true;
            default:
                throw new InvalidOperationException($"No such outcome: {outcome}.");
        }
    }

    private async Task KnownAsync(Filing filing, SpooledFile file, MinutesId original, CancellationToken cancellationToken)
    {
        if ((await minutes.FindAsync(original, cancellationToken))?.ReceivedBy == filing.Actor)
        {
            filing.Minutes.Add(original);
        }
        else
        {
            filing.Refuse(MinutesRefusals.Duplicate, file.FileName, original.ToString());
        }
    }

    private sealed class Filing(IntakeId mail, OrganizationId unit, Func<string, Meeting> meetingOf)
    {
        private readonly List<IntakeRefusal> _refusals = [];

        public OrganizationId Unit => unit;

        public string Actor { get; } = ActorOf(mail);

        public Func<string, Meeting> MeetingOf => meetingOf;

        public List<MinutesId> Minutes { get; } = [];

        public bool IsBusy { get; set; }

        public bool IsSecret { get; set; }

        public FiledDocuments Result => new([.. Minutes.Distinct()], _refusals, IsBusy, IsSecret);

        public void Refuse(string code, string file, string? of = null) => _refusals.Add(new(code, file, of));
    }
}
