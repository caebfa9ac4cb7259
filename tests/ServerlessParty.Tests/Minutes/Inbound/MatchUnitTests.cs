using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Inbound;

public sealed class MatchUnitTests
{
    private readonly MailScene _scene = new();

    [Theory]
    [InlineData("binh@example.org", "nop@in.example.org", true, "cell-1")] // a secretary
    [InlineData("HOA@Example.org", "nop@in.example.org", true, "cell-1")] // a deputy, in any case
    [InlineData("stranger@example.net", "nop+bcd@in.example.org", false, "cell-2")] // the unit's own address, whoever writes
    [InlineData("binh@example.org", "nop+bcd@in.example.org", true, "cell-2")] // which counts before the author
    [InlineData("binh@example.org", "nop+wrong@in.example.org", true, "cell-1")] // a word nobody has
    [InlineData("binh@example.org", "nop@in.example.org", false, "mail.notAligned cell-1")]
    [InlineData("stranger@example.net", "nop@in.example.org", true, "mail.unknownSender")]
    [InlineData("stranger@example.net", "nop+bcd@elsewhere.example.org", true, "mail.unknownSender")]
    [InlineData("chung@example.org", "nop@in.example.org", true, "mail.severalUnits cell-3 cell-4")]
    [InlineData("cuc@example.org", "nop@in.example.org", true, "mail.unknownSender")] // the unit ended
    [InlineData("binh@example.org", "nop+ended@in.example.org", true, "mail.unitEnded cell-9")]
    public async Task A_mail_is_of_the_unit_it_was_sent_for_or_of_its_proven_author(
        string from, string to, bool aligned, string expected)
    {
        Assert.Equal(expected, Said(await MatchAsync(from, $"\"{to}\"", aligned)));
    }

    [Fact]
    public async Task A_mail_to_the_addresses_of_two_units_is_of_neither() => Assert.Equal(
        "mail.severalUnits cell-1 cell-2",
        Said(await MatchAsync("binh@example.org", "\"nop+abc@in.example.org\",\"nop+bcd@in.example.org\"", true)));

    [Fact]
    public async Task Contacts_are_read_from_the_tree_once_until_it_changes()
    {
        await MatchAsync("binh@example.org", "\"nop@in.example.org\"", true);
        await MatchAsync("lan@example.org", "\"nop@in.example.org\"", true);
        Assert.Equal(1, _scene.Units.SubtreeReads);

        _scene.Units.Put(Given.Unit("cell-5", email: "moi@example.org"));

        Assert.Equal("cell-5", Said(await MatchAsync("moi@example.org", "\"nop@in.example.org\"", true)));
        Assert.Equal(2, _scene.Units.SubtreeReads);
    }

    [Fact]
    public async Task A_unit_is_found_by_its_code_only_when_it_is_its_alone()
    {
        _scene.Units.Put(
            Given.Unit("cell-6") with { Code = "38.1" }, Given.Unit("cell-7") with { Code = "38.2" }, Given.Unit("cell-8") with { Code = "38.2" });
        var resolve = new ResolveUnit(_scene.Units, _scene.Contacts);

        Assert.Equal(OrganizationId.Parse("cell-6"), await resolve.RunAsync(" 38.1 ", CancellationToken.None));
        Assert.Null(await resolve.RunAsync("38.2", CancellationToken.None));
        Assert.Equal(OrganizationId.Parse("cell-6"), await resolve.RunAsync("CELL-6", CancellationToken.None));
        Assert.Null(await resolve.RunAsync("", CancellationToken.None));
        Assert.Null(await resolve.RunAsync("no such unit", CancellationToken.None));
    }

    private async Task<UnitMatch> MatchAsync(string from, string to, bool aligned)
    {
        var posts = new ServerlessParty.Tests.Mail.Inbound.Posts()
            .With("envelope", $$"""{"to":[{{to}}],"from":"{{from}}"}""")
            .With("headers", $"From: {from}\n")
            .With("SPF", aligned ? "pass" : "fail");
        await using var post = await posts.SpoolAsync();
        var mail = await InboundMailReader.TryReadAsync(post, CancellationToken.None);
        return await _scene.Match.RunAsync(mail!, CancellationToken.None);
    }

    private static string Said(UnitMatch match) => match switch
    {
        UnitMatch.Found found => found.Unit.Id.Value,
        UnitMatch.Unsure unsure => string.Join(' ', [unsure.Reason, .. unsure.Candidates.Select(c => c.Value)]),
        _ => throw new InvalidOperationException(),
    };
}
