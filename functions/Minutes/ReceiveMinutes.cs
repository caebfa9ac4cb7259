using ServerlessParty.Minutes.Forms;
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
