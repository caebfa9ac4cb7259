using System.Globalization;
using ServerlessParty.Web;

namespace ServerlessParty.Tests.Web;

public sealed class FormatTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void A_day_is_written_day_first() => Assert.Equal("04/12/2026", Format.Day(new DateOnly(2026, 12, 4)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(3_795, "3.795")]
    [InlineData(1_234_567, "1.234.567")]
    public void A_number_is_grouped_by_dots(int number, string written) =>
        Assert.Equal(written, Format.Number(number));

    [Theory]
    [InlineData(0, 0, "100%")]
    [InlineData(3_794, 3_795, "99%")] // only all is 100%
    [InlineData(3_795, 3_795, "100%")]
    public void A_share_is_rounded_down(int part, int whole, string written) =>
        Assert.Equal(written, Format.Percent(part, whole));

    [Theory]
    [InlineData("vi", 3, "còn 3 ngày")]
    [InlineData("vi", 1, "còn 1 ngày")]
    [InlineData("vi", 0, "hết hạn hôm nay")]
    [InlineData("vi", -1, "quá hạn 1 ngày")]
    [InlineData("vi", -19, "quá hạn 19 ngày")]
    [InlineData("en", 0, "due today")]
    [InlineData("en", 1, "1 day left")]
    [InlineData("en", -1, "1 day late")]
    [InlineData("en", -2, "2 days late")]
    public void Lateness_is_said_from_today(string language, int daysAhead, string said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(said, Format.Lateness(Today.AddDays(daysAhead), Today));
    }

    [Fact]
    public void A_moment_is_written_as_the_clocks_of_the_zone_show_it()
    {
        var late = new DateTimeOffset(2026, 11, 30, 18, 5, 0, TimeSpan.Zero);
        var zone = TimeZoneInfo.CreateCustomTimeZone("+7", TimeSpan.FromHours(7), "+7", "+7");

        Assert.Equal("01/12/2026 01:05", Format.Moment(late, zone));
    }
}
