using System.Net;
using ServerlessParty.Access;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Access;

/// <summary>What only a developer's own machine may have.</summary>
public sealed class DevelopmentPowersTests
{
    private static readonly DevelopmentPowers On = new(true);

    [Theory]
    [InlineData(true, false, "http://127.0.0.1:0", true)]
    [InlineData(true, false, "http://localhost:5080", true)]
    [InlineData(true, false, "http://[::1]:5080", true)]
    [InlineData(true, false, "http://0.0.0.0:5080", false)]
    [InlineData(true, false, "http://*:5080", false)]
    [InlineData(true, false, "http://192.0.2.1:80", false)]
    [InlineData(true, true, "http://127.0.0.1:5080", false)] // under the Functions host
    [InlineData(false, false, "http://127.0.0.1:5080", false)] // not Development
    public void They_need_Development_loopback_and_no_Functions_host(bool development, bool host, string address, bool on) =>
        Assert.Equal(on, DevelopmentPowers.Of(development, host, [address]).On);

    [Fact]
    public void One_address_beyond_loopback_is_enough_to_lose_them() =>
        Assert.False(DevelopmentPowers.Of(true, false, ["http://127.0.0.1:1", "http://0.0.0.0:1"]).On);

    [Fact]
    public void A_set_token_is_the_operators_and_no_other()
    {
        var token = new OperatorToken(On, "secret");

        Assert.True(token.Matches("secret"));
        Assert.False(token.Matches("Secret"));
        Assert.False(token.Matches(""));
        Assert.Null(token.Made);
    }

    [Fact]
    public void Without_a_set_token_a_random_one_is_made()
    {
        var token = new OperatorToken(On, null);

        Assert.True(token.Matches(token.Made!));
        Assert.NotEqual(token.Made, new OperatorToken(On, null).Made);
    }

    [Fact]
    public void Elsewhere_there_is_no_operator_token()
    {
        var token = new OperatorToken(new DevelopmentPowers(false), "secret");

        Assert.False(token.IsOn);
        Assert.False(token.Matches("secret"));
    }

    [Fact]
    public async Task Outside_Development_there_is_no_mailbox_and_no_operator_link()
    {
        await using var office = await RunningBackOffice.StartAsync(environment: "Production");
        using var browser = office.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/mailbox")).StatusCode);
        Assert.Null(await office.Get<CreateOperatorLink>().RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_printed_link_signs_an_operator_in()
    {
        await using var office = await RunningBackOffice.StartAsync();
        var link = await office.Get<CreateOperatorLink>().RunAsync(CancellationToken.None);
        using var browser = office.Browser();

        await browser.PressAsync(link!.PathAndQuery);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/api/audit/no-such-unit")).StatusCode);
    }

    [Theory]
    [InlineData("Production", "--Access:AdminToken=secret", "Access:AdminToken")]
    [InlineData("Development", "--Access:AdminToken=two words", "Access:AdminToken")]
    [InlineData("Development", "--Web:PublicUrl=party.example.org", "Web:PublicUrl")]
    [InlineData("Development", "--Mail:Provider=Pigeon", "Mail__Provider")]
    [InlineData("Development", "--Mail:From=nobody", "Mail__From")]
    public async Task A_wrong_setting_stops_the_start_with_its_name(string environment, string setting, string name)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => RunningBackOffice.StartAsync(null, environment, setting));

        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
    }
}
