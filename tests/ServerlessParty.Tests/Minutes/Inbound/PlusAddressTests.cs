using ServerlessParty.Minutes.Inbound;

namespace ServerlessParty.Tests.Minutes.Inbound;

public sealed class PlusAddressTests
{
    [Theory]
    [InlineData("nop+abc234@in.example.org", "abc234")]
    [InlineData("NOP+ABC234@IN.example.org", "abc234")] // mail systems change the case
    [InlineData("nop@in.example.org", null)]
    [InlineData("nop+@in.example.org", null)]
    [InlineData("nop+abc189@in.example.org", null)] // not base32
    [InlineData("nop+abc@other.example.org", null)]
    [InlineData("gui+abc@in.example.org", null)]
    [InlineData("nop+abc@in.example.org@in.example.org", null)]
    [InlineData("nop+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@in.example.org", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("nop+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@in.example.org", null)] // 41
    [InlineData("", null)]
    public void The_token_is_taken_out_of_an_address_of_our_domain(string recipient, string? token) =>
        Assert.Equal(token, PlusAddress.TokenOf(recipient, "in.example.org"));

    [Fact]
    public void Without_a_domain_of_ours_any_will_do() => Assert.Equal("abc", PlusAddress.TokenOf("nop+abc@x.example", null));
}
