using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Access;

public sealed class UnitLinkTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly UnitLink Link = new(OrganizationId.Parse("cell-00001"), 3, new DateOnly(2027, 1, 3));

    [Fact]
    public void What_was_signed_is_read_back() => Assert.Equal(Link, UnitLink.Verify(Link.Sign(Key), Key));

    [Fact]
    public void A_token_is_short_enough_for_a_text_message_and_needs_no_escaping()
    {
        var token = Link.Sign(Key);

        Assert.InRange(token.Length, 1, 44);
        Assert.Equal(token, Uri.EscapeDataString(token));
    }

    [Fact]
    public void The_longest_id_fits()
    {
        var link = Link with { Unit = OrganizationId.Parse(new string('a', Token.MaxLength)) };

        Assert.Equal(link, UnitLink.Verify(link.Sign(Key), Key));
    }

    [Fact]
    public void No_character_can_be_changed()
    {
        var token = Link.Sign(Key);

        // The id is chosen so that the last character of the token carries no unused bits.
        Assert.All(Enumerable.Range(0, token.Length), i =>
        {
            var forged = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.NotEqual(Link, UnitLink.Verify(forged, Key));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("not a token")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("//////////////////////////////////")]
    public void What_we_did_not_sign_is_nothing(string token) => Assert.Null(UnitLink.Verify(token, Key));

    [Fact]
    public void A_token_of_another_key_is_nothing() => Assert.Null(UnitLink.Verify(Link.Sign(Key), new byte[32]));

    [Fact]
    public void A_token_of_any_length_is_looked_at_no_further_than_it_could_be_ours() =>
        Assert.Null(UnitLink.Verify(new string('A', 1_000_000), Key));
}
