using System.Text.Json.Serialization;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Who was not there.</summary>
/// <param name="Reason">As written; null when none was given.</param>
public sealed record Absence(string Name, AttendanceStatus Status, string? Reason);

[JsonConverter(typeof(JsonStringEnumConverter<AttendanceStatus>))]
public enum AttendanceStatus
{
    /// <summary>Vắng có lý do.</summary>
    Excused,

    /// <summary>Vắng không lý do.</summary>
    Unexcused,
}

/// <summary>An opinion.</summary>
/// <param name="Speaker">Who said it; null when the line names nobody.</param>
public sealed record Remark(string? Speaker, string Text);

/// <summary>What somebody is to do.</summary>
/// <param name="By">By when, as written: a day, or words.</param>
public sealed record Assignment(string Task, string? Assignee, string? By);

/// <summary>A vote.</summary>
/// <param name="Subject">On what; null when the line says nothing but numbers.</param>
/// <param name="For">At most <paramref name="Total"/>.</param>
public sealed record Vote(string? Subject, int For, int Total);

/// <summary>How good a meeting found itself; the bounds are dated rules.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeetingLevel>))]
public enum MeetingLevel
{
    /// <summary>Kém.</summary>
    Weak,

    /// <summary>Trung bình.</summary>
    Average,

    /// <summary>Khá.</summary>
    Fair,

    /// <summary>Tốt.</summary>
    Good,
}
