using System.Globalization;
using ServerlessParty.Hosting;
using ServerlessParty.Hosting.Timers;

namespace ServerlessParty.Tests.Hosting.Timers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-11-24T02:00:00Z", "2026-11-24T02:05:00Z")] // exclusive
    [InlineData("0 */5 * * * *", "2026-11-24T02:04:59.999Z", "2026-11-24T02:05:00Z")]
    [InlineData("0 0 19 * * *", "2026-11-24T19:00:01Z", "2026-11-25T19:00:00Z")]
    [InlineData("30 0 0 29 2 *", "2026-11-24T02:00:00Z", "2028-02-29T00:00:30Z")]
    [InlineData("0 */5 * * * *", "2026-11-24T09:01:00+07:00", "2026-11-24T02:05:00Z")] // any offset, slots in UTC
    public void The_next_slot_is_the_first_after_an_instant(string expression, string instant, string slot) =>
        Assert.Equal(At(slot), TimerSchedule.Of("Probe", expression).Next(At(instant)));

    [Theory]
    [InlineData("*/5 * * * *")] // five fields
    [InlineData("0 61 * * * *")]
    [InlineData("%Schedule%")]
    [InlineData("")]
    public void Anything_but_six_fields_stops_the_start_and_says_where(string expression)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => TimerSchedule.Of("Probe", expression));

        Assert.StartsWith("Probe/function.json: ", refusal.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
