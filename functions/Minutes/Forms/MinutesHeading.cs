using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Placeholder for merge.</summary>
public sealed record MinutesHeading(string Unit, string? Superior, ObligationKind Kind, Period Period, DateOnly? MeetingDate);
