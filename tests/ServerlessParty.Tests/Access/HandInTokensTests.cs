using System.Net;
using ServerlessParty.Access;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Access;

public sealed class HandInTokensTests
{
    private static readonly InboundOptions On = new() { Enabled = true, Domain = "mail.example.org" };

    private readonly InMemoryUnits _units = new();
    private readonly CountedKeys _keys = new();
    private readonly StoppedClock _clock = StoppedClock.At("2026-11-24T02:00:00Z");

    public HandInTokensTests() => _units.Put(Given.Unit("cell-1"), Given.Unit("cell-2"));

    [Fact]
    public async Task An_address_is_a_plain_one_that_survives_any_mail_system() =>
        Assert.Matches("^nop\\+[a-z2-7]{32}@mail\\.example\\.org$", await Tokens(On).OfAsync(Given.Unit("cell-1"), default));

    [Theory]
    [InlineData(false, "mail.example.org")]
    [InlineData(true, null)]
    [InlineData(true, "")]
    public async Task Where_mail_in_is_off_there_is_no_address(bool enabled, string? domain)
    {
        var tokens = Tokens(new() { Enabled = enabled, Domain = domain });

        Assert.Null(await tokens.OfAsync(Given.Unit("cell-1"), default));
        Assert.Equal(0, _keys.Reads);
    }

    [Fact]
    public async Task A_token_leads_back_to_its_unit_in_any_case()
    {
        var tokens = Tokens(On);
        var token = await TokenAsync(tokens, Given.Unit("cell-2"));

        Assert.Equal(Given.Id("cell-2"), await tokens.UnitOfAsync(token, default));
        Assert.Equal(Given.Id("cell-2"), await tokens.UnitOfAsync(token.ToUpperInvariant(), default));
    }

    [Fact]
    public async Task Ids_that_differ_in_case_are_one_unit_with_one_address() => Assert.Equal(
        await Tokens(On).OfAsync(Given.Unit("cell-1"), default), await Tokens(On).OfAsync(Given.Unit("CELL-1"), default));

    [Theory]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("đđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđ")]
    [InlineData("cell-1")]
    public async Task What_is_not_ours_is_nobodys(string token) => Assert.Null(await Tokens(On).UnitOfAsync(token, default));

    [Fact]
    public async Task Replacing_a_contact_kills_the_old_address_and_makes_a_new_one()
    {
        var tokens = Tokens(On);
        var before = await TokenAsync(tokens, Given.Unit("cell-1"));
        Assert.NotNull(await tokens.UnitOfAsync(before, default));
        var after = Given.Unit("cell-1") with { LinkEpoch = 1 };

        _units.Put(after);

        Assert.Null(await tokens.UnitOfAsync(before, default));
        Assert.Equal(after.Id, await tokens.UnitOfAsync(await TokenAsync(tokens, after), default));
    }

    [Fact]
    public async Task The_dossier_has_the_last_word_while_the_list_of_units_lags_behind()
    {
        var lagging = new InMemoryOrganizations(Given.Unit("cell-1"));
        var tokens = new HandInTokens(_keys, lagging, On, _clock);
        var token = await TokenAsync(tokens, Given.Unit("cell-1"));
        Assert.NotNull(await tokens.UnitOfAsync(token, default));

        lagging.Put(Given.Unit("cell-1") with { LinkEpoch = 1 }); // the stamp stays as it was

        Assert.Null(await tokens.UnitOfAsync(token, default));
    }

    [Theory]
    [InlineData("2026-11-24", true)] // the last day
    [InlineData("2026-11-23", false)]
    public async Task The_address_of_a_unit_ends_with_it(string lastDay, bool alive)
    {
        var unit = Given.Unit("cell-1") with { ValidTo = Given.Day(lastDay) };
        _units.Put(unit);
        var tokens = Tokens(On);

        Assert.Equal(alive, await tokens.UnitOfAsync(await TokenAsync(tokens, unit), default) is not null);
    }

    [Fact]
    public async Task Units_are_read_once_until_the_tree_changes_and_the_key_once_for_all()
    {
        var tokens = Tokens(On);
        var token = await TokenAsync(tokens, Given.Unit("cell-1"));
        for (var i = 0; i < 3; i++)
        {
            await tokens.OfAsync(Given.Unit("cell-2"), default);
            await tokens.UnitOfAsync(token, default);
        }

        Assert.Equal((1, 1), (_units.SubtreeReads, _keys.Reads));
        _units.Put(Given.Unit("cell-3"));
        await tokens.UnitOfAsync(token, default);
        Assert.Equal((2, 1), (_units.SubtreeReads, _keys.Reads));
    }

    [Fact]
    public async Task It_opens_no_page_and_the_token_of_a_page_hands_nothing_in()
    {
        await using var office = await RunningBackOffice.StartAsync(
            settings: ["--Mail:Inbound:Enabled=true", "--Mail:Inbound:Domain=mail.example.org"]);
        using var phone = office.Browser();
        var token = await TokenAsync(office.Get<HandInTokens>(), office.Tree["cell-1"]);

        Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync($"/u/{token}")).StatusCode);

        var page = await office.Get<IUnitLinks>().CreateAsync(Given.Id("cell-1"), 0, new(2026, 12, 4), default);
        Assert.Null(await Tokens(On).UnitOfAsync(page.Segments[^1], default));
    }

    private HandInTokens Tokens(InboundOptions options) => new(_keys, _units, options, _clock);

    private static async Task<string> TokenAsync(HandInTokens tokens, Organization unit) =>
        (await tokens.OfAsync(unit, default))!.Split('+', '@')[1];

    private sealed class CountedKeys : ISecretKeys
    {
        public int Reads { get; private set; }

        public Task<byte[]> GetAsync(string purpose, CancellationToken cancellationToken)
        {
            Reads++;
            return new InMemorySecretKeys().GetAsync(purpose, cancellationToken);
        }
    }
}
