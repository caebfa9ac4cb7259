using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Minutes.Letters;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes;

/// <summary>A document on its way in.</summary>
/// <param name="Kind"><c>minutes.regular</c> or <c>minutes.thematic</c>.</param>
/// <param name="Period">A month <c>2026-11</c> for regular, a quarter <c>2026-Q4</c> for thematic meetings; begun already.</param>
/// <param name="MeetingDate">Not in the future; null when nobody said.</param>
/// <param name="Actor">Who hands it in, for the audit trail.</param>
/// <param name="Form">The fields, when the form was filled in.</param>
public sealed record HandIn(
    OrganizationId Organization,
    ObligationKind Kind,
    Period Period,
    DateOnly? MeetingDate,
    SpooledFile File,
    string Actor,
    MinutesChannel Channel,
    MinutesForm? Form = null);

/// <summary>What became of a document.</summary>
public abstract record ReceivedMinutes
{
    private ReceivedMinutes()
    {
    }

    /// <summary>Stored, for good.</summary>
    /// <param name="StillOwed">What the unit still owes, late first.</param>
    public sealed record Stored(MeetingMinutes Minutes, IReadOnlyList<Obligation> StillOwed) : ReceivedMinutes;

    /// <summary>The unit handed in these very bytes before; nothing was stored.</summary>
    public sealed record Duplicate(MinutesId Original) : ReceivedMinutes;

    /// <summary>Nothing was stored; <paramref name="Code"/> is one of <see cref="MinutesRefusals"/>.</summary>
    public sealed record Refused(string Code) : ReceivedMinutes;
}

/// <summary>
/// Takes a document in: looks at what it is for, checks its bytes, stores it, and mails the receipt. The same bytes again
/// are answered with the original, so that a hand-in whose answer was lost may be repeated.
/// </summary>
public sealed class ReceiveMinutes(
    IOrganizations organizations, IObligations obligations, IMinutes minutes, CheckContent check, DescribeMinutes describe,
    MinutesLetters letters, MinutesOptions options, PartyCalendar calendar)
{
    public async Task<ReceivedMinutes> RunAsync(HandIn handIn, CancellationToken cancellationToken)
    {
        if (MinutesRules.Flaw(handIn, calendar.Today) is { } flaw)
        {
            return new ReceivedMinutes.Refused(flaw);
        }

        var asked = minutes.FindBytesAsync(handIn.Organization, handIn.File.Sha256, cancellationToken);
        var found = await organizations.FindAsync(handIn.Organization, cancellationToken);
        var known = await asked;
        if (found is not { IsClosed: false } unit)
        {
            return new ReceivedMinutes.Refused(MinutesRefusals.Unit);
        }

        if (known is { } original)
        {
            return await RepeatAsync(unit, original, cancellationToken);
        }

        return await check.RunAsync(handIn.File, cancellationToken) switch
        {
            CheckedContent.Fine fine => await StoreAsync(unit, handIn, fine, cancellationToken),
            CheckedContent.Refused refused => new ReceivedMinutes.Refused(refused.Code),
            var other => throw new InvalidOperationException($"No such finding: {other}."),
        };
    }

    private async Task<ReceivedMinutes> StoreAsync(
        Organization unit, HandIn handIn, CheckedContent.Fine content, CancellationToken cancellationToken)
    {
        var key = new ObligationKey(unit.Id, handIn.Kind, handIn.Period);
        var arrived = new MeetingMinutes(
            new(key, 1), handIn.MeetingDate, handIn.File.Sha256, handIn.File.Length, content.Type, handIn.File.FileName,
            MinutesState.Received, calendar.Now, handIn.Actor, handIn.Channel, handIn.Form);
        var described = await describe.RunAsync(arrived, content, unit, cancellationToken);
        IReadOnlyList<Obligation> owed = [];
        var outcome = await minutes.StoreAsync(
            described, handIn.File, current => MinutesRules.Submit(current, key, options, calendar.Today), handIn.Actor,
            // Stored for good: whoever asked may have gone, the receipt goes out all the same.
            async stored => owed = await ReceiptAsync(unit, stored, CancellationToken.None),
            cancellationToken);
        return outcome switch
        {
            StoredMinutes.Done done => new ReceivedMinutes.Stored(done.Minutes, owed),
            StoredMinutes.Duplicate duplicate => await RepeatAsync(unit, duplicate.Original, cancellationToken),
            _ => new ReceivedMinutes.Refused(MinutesRefusals.NotOwed),
        };
    }

    /// <summary>Whoever stored the original may have died before its receipt went; one that went does not go again.</summary>
    private async Task<ReceivedMinutes> RepeatAsync(
        Organization unit, MinutesId original, CancellationToken cancellationToken)
    {
        if (await minutes.FindAsync(original, cancellationToken) is { } stored)
        {
            await ReceiptAsync(unit, stored, cancellationToken);
        }

        return new ReceivedMinutes.Duplicate(original);
    }

    /// <returns>What the unit still owes, late first.</returns>
    private async Task<IReadOnlyList<Obligation>> ReceiptAsync(
        Organization unit, MeetingMinutes stored, CancellationToken cancellationToken)
    {
        var all = await obligations.OfAsync(unit.Id, cancellationToken);
        List<Obligation> owed = [.. all.Where(o => o.IsReminded).OrderBy(o => o.DueOn)];
        await letters.ReceiptAsync(unit, stored, owed, cancellationToken);
        return owed;
    }
}
