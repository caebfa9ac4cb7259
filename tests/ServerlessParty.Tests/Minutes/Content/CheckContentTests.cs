using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;

namespace ServerlessParty.Tests.Minutes.Content;

public sealed class CheckContentTests
{
    [Theory]
    [MemberData(nameof(HostileFiles.Names), MemberType = typeof(HostileFiles))]
    public async Task A_file_that_may_not_be_kept_is_refused_with_its_own_code(string what)
    {
        var file = HostileFiles.Named(what);

        var found = await CheckAsync(file.Make(), "bien-ban.pdf");

        Assert.Equal(file.Code, (found as CheckedContent.Refused)?.Code);
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(HostileFiles.Count, 60, int.MaxValue);

    [Theory]
    [MemberData(nameof(HarmlessFiles.Names), MemberType = typeof(HarmlessFiles))]
    public async Task A_file_as_people_have_them_is_taken(string what)
    {
        var file = HarmlessFiles.Named(what);

        var found = await CheckAsync(file.Make(), "bien-ban.doc");

        Assert.Equal(new CheckedContent.Fine(file.Type, file.Text), found);
    }

    [Theory]
    [InlineData("[MẬT] bien ban.pdf")]
    [InlineData("TUYỆT MẬT.docx")]
    public async Task A_mark_in_the_name_is_enough(string name)
    {
        var found = await CheckAsync(HarmlessFiles.Named("a PDF").Make(), name);

        Assert.Equal(new CheckedContent.Refused(MinutesRefusals.Secret), found);
    }

    [Fact]
    public async Task A_check_that_takes_too_long_is_a_refusal()
    {
        var found = await CheckAsync(HarmlessFiles.Named("a PDF").Make(), "a.pdf", new CheckContent(null, new RunawayClock()));

        Assert.Equal(new CheckedContent.Refused(MinutesRefusals.Unpacks), found);
    }

    [Fact]
    public async Task A_check_nobody_waits_for_ends()
    {
        await using var file = await SpoolAsync(HarmlessFiles.Named("a PDF").Make(), "a.pdf");

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => new CheckContent().RunAsync(file, new CancellationToken(canceled: true)));
    }

    internal static async Task<CheckedContent> CheckAsync(byte[] bytes, string name, CheckContent? check = null)
    {
        await using var file = await SpoolAsync(bytes, name);
        return await (check ?? new()).RunAsync(file, CancellationToken.None);
    }

    internal static async Task<SpooledFile> SpoolAsync(byte[] bytes, string name) =>
        await SpooledFile.TryCreateAsync(new MemoryStream(bytes), name, CancellationToken.None)
            ?? throw new InvalidOperationException("Too large.");

    /// <summary>Each look at it is a minute later.</summary>
    private sealed class RunawayClock : TimeProvider
    {
        private long _minutes;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => 60 * ++_minutes;
    }
}
