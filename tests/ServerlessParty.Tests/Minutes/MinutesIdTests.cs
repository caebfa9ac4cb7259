using ServerlessParty.Minutes;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes;

public sealed class MinutesIdTests
{
    [Fact]
    public void An_id_reads_back_as_it_is_written()
    {
        var id = new MinutesId(Given.Key("Cell-1.a", "minutes.regular", "2026-11"), 12);

        Assert.Equal("Cell-1.a_minutes.regular_2026-11_12", id.ToString());
        Assert.True(MinutesId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c1_minutes.regular_2026-11")]
    [InlineData("c1_minutes.regular_2026-11_0")]
    [InlineData("c1_minutes.regular_2026-11_-1")]
    [InlineData("c1_minutes.regular_2026-11_1_2")]
    [InlineData("c1_minutes.regular_2026-11_99999999999")]
    [InlineData("c|1_minutes.regular_2026-11_1")]
    public void Anything_else_is_none(string? text) => Assert.False(MinutesId.TryParse(text, out _));
}
