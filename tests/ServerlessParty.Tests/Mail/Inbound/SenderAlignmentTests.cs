using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Tests.Mail.Inbound;

public sealed class SenderAlignmentTests
{
    [Theory]
    [InlineData("binh@example.org", "binh@example.org", true, "", true)] // SPF for the author's own domain
    [InlineData("binh@example.org", "bounce@mail.example.org", true, "", true)] // below it
    [InlineData("binh@mail.example.org", "binh@example.org", true, "", true)] // above it
    [InlineData("binh@example.org", "binh@example.org", false, "", false)] // SPF did not pass
    [InlineData("binh@example.org", "thief@evil.example", true, "", false)] // SPF passed for somebody else
    [InlineData("binh@example.org", "thief@notexample.org", true, "", false)] // ends like it, is not it
    [InlineData("binh@example.org", "", true, "", false)] // a null sender was checked by its greeting
    [InlineData("binh@example.org", "thief@evil.example", true, "evil.example", false)]
    [InlineData("binh@example.org", "list@lists.example", true, "example.org", true)] // forwarded, its signature held
    [InlineData("binh@mail.example.org", "x@y.example", false, "example.org", true)]
    [InlineData("binh@example.org", "x@y.example", false, "a.example.org", true)]
    [InlineData("binh@a.example.org", "x@y.example", false, "b.example.org", false)] // siblings are strangers
    [InlineData("binh@example.org", "x@y.example", false, "evil.example example.org", true)]
    [InlineData("binh@example.org", "x@org", true, "org", false)] // a top-level domain answers for nobody
    [InlineData(null, "binh@example.org", true, "example.org", false)] // no author
    public void A_mail_is_aligned_when_spf_or_a_signature_is_of_the_authors_domain(
        string? author, string envelope, bool spf, string signers, bool aligned)
    {
        var mail = new InboundMail(
            new(envelope, []),
            new(author, "", null, false),
            new(spf, signers.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            "",
            []);

        Assert.Equal(aligned, SenderAlignment.IsAligned(mail));
    }
}
