using ServerlessParty.Mail;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Letters;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Letters;

public sealed class LetterEventsTests
{
    [Fact]
    public void An_event_is_named_by_what_it_is_about()
    {
        Assert.Equal("cell-1.minutes.regular.2026-11.2", LetterEvents.Receipt(Of("Cell-1", 2)));
        Assert.Equal("cell-1.minutes.regular.2026-11.17", LetterEvents.Return(Of("cell-1", 1).Key, 17));
    }

    [Theory]
    [InlineData("minutes.thematic", "2026-Q4")] // the longest there is today
    [InlineData("some.kind.that.has.a.name.of.forty.signs", "some-period-that-is-named-at-some-length")]
    public void A_name_fits_a_letter_however_long_the_unit(string kind, string period)
    {
        var key = Given.Key(new string('a', 40), kind, period);
        var first = LetterEvents.Receipt(new(key, 1));

        var id = new LetterId(0, new(2026, 12, 6), LetterClass.Receipt, "0f", first);
        Assert.True(LetterId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
        Assert.NotEqual(first, LetterEvents.Receipt(new(key, 2)));
        Assert.Equal(first, LetterEvents.Receipt(new(key, 1)));
    }

    private static MinutesId Of(string unit, int version) => new(Given.Key(unit, "minutes.regular", "2026-11"), version);
}
