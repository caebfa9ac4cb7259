using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>What stands at the head of printed minutes and is not in the form.</summary>
/// <param name="Superior">The name of the immediate superior; null for a root.</param>
/// <param name="MeetingDate">Null when nobody said.</param>
public sealed record MinutesHeading(string Unit, string? Superior, ObligationKind Kind, Period Period, DateOnly? MeetingDate);
