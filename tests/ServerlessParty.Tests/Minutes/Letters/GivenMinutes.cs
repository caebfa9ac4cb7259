using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Letters;

/// <summary>Minutes of November that came in on 6 December 2026, five past midnight in Vietnam.</summary>
internal static class GivenMinutes
{
    public static MeetingMinutes Of(string unit = "cell-1", int version = 1) => new(
        new MinutesId(Given.Key(unit, "minutes.regular", "2026-11"), version),
        new DateOnly(2026, 12, 3),
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        1_258_291,
        DocumentType.Pdf,
        "biên bản.pdf",
        MinutesState.Received,
        new DateTimeOffset(2026, 12, 5, 17, 5, 0, TimeSpan.Zero),
        $"unit:{unit}",
        MinutesChannel.Web);
}
