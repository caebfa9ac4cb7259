using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Mail;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("bithu@example.org", true)]
    [InlineData("bi.thu+chi-bo_1@thon-2.example.org", true)]
    [InlineData("root@localhost", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("@example.org", false)]
    [InlineData("bithu@", false)]
    [InlineData("bi..thu@example.org", false)]
    [InlineData(".bithu@example.org", false)]
    [InlineData("bithu@@example.org", false)]
    [InlineData("bithu@example..org", false)]
    [InlineData("bithu@-example.org", false)]
    [InlineData("bi thu@example.org", false)]
    [InlineData("bithu@example.org\n", false)]
    [InlineData("bí.thư@example.org", false)]
    [InlineData("<bithu@example.org>", false)]
    public void An_address_is_plain_and_ASCII(string? text, bool valid) =>
        Assert.Equal(valid, EmailAddress.IsValid(text));

    [Fact]
    public void An_address_is_at_most_254_characters()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 47), 4));

        Assert.True(EmailAddress.IsValid($"{new string('a', 254 - 1 - domain.Length)}@{domain}"));
        Assert.False(EmailAddress.IsValid($"{new string('a', 255 - 1 - domain.Length)}@{domain}"));
    }
}
