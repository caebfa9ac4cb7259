using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.Inbound;

public sealed class ReceiveMailTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly MovableClock _clock = new();
    private readonly InMemoryIntake _intake;
    private readonly CountingFiling _filing;
    private readonly ReceiveMail _receive;

    public ReceiveMailTests()
    {
        _intake = new(_clock);
        _filing = new(_intake);
        _receive = new(_intake, _filing, _clock, NullLogger<ReceiveMail>.Instance);
    }

    [Fact]
    public async Task A_mail_is_stored_and_filed()
    {
        var stored = await ReceiveAsync(Posts.Parsed("thang 11").WithFile("%PDF"u8.ToArray(), "a.pdf"));

        Assert.Equal((true, IntakeState.Filed), (stored.IsNew, stored.Mail.State));
        Assert.Equal(("binh@example.org", "thang 11"), (stored.Mail.Sender, stored.Mail.Subject));
        Assert.Equal(["a.pdf"], stored.Mail.Files);
    }

    [Fact]
    public async Task The_same_mail_ten_times_also_at_once_is_one_row_filed_once()
    {
        var deliveries = Enumerable.Range(0, 10).Select(n => ReceiveAsync(Mail($"boundary{n}")));

        var stored = await Task.WhenAll(deliveries);
        var late = await ReceiveAsync(Mail("late"));

        Assert.Single(stored, s => s.IsNew);
        Assert.False(late.IsNew);
        Assert.Single(_intake.Rows);
        Assert.Equal(1, _filing.Filed);
    }

    [Fact]
    public async Task A_post_that_cannot_be_read_is_stored_all_the_same()
    {
        await using var post = await SpooledPost.CreateAsync(new MemoryStream("junk"u8.ToArray()), "text/plain", None);

        var stored = await _receive.RunAsync(post, None);

        Assert.True(stored.IsNew);
        Assert.Contains(stored.Mail.Id, _intake.Posts);
        Assert.Null(_filing.LastContent);
    }

    [Fact]
    public async Task Storage_that_fails_is_not_hidden()
    {
        _intake.BeforeStore = () => throw new IOException("no storage");

        await Assert.ThrowsAsync<IOException>(() => ReceiveAsync(Mail()));
    }

    [Fact]
    public async Task Filing_that_fails_is_left_to_a_later_run()
    {
        _filing.Fails = true;

        var stored = await ReceiveAsync(Mail());

        Assert.Equal((true, IntakeState.Received), (stored.IsNew, stored.Mail.State));
        Assert.Equal([stored.Mail.Id], _intake.Marks);
    }

    [Fact]
    public async Task Filing_that_takes_too_long_is_left_to_a_later_run()
    {
        var hasty = new HastyClock(_clock.GetUtcNow());
        _filing.Hangs = true;
        await using var post = await Mail().SpoolAsync();

        var stored = await new ReceiveMail(_intake, _filing, hasty, NullLogger<ReceiveMail>.Instance).RunAsync(post, None);

        Assert.Equal(IntakeState.Received, stored.Mail.State);
        Assert.True(ReceiveMail.Patience < FileMail.Grace);
    }

    [Fact]
    public async Task A_mail_that_was_not_kept_is_not_kept_again()
    {
        var first = await ReceiveAsync(Mail());
        await _intake.AdvanceAsync(first.Mail, first.Mail.Emptied() with { State = IntakeState.Refused }, None);

        await ReceiveAsync(Mail("again"));

        Assert.Empty(_intake.Posts);
    }

    private static Posts Mail(string boundary = "b") => new Posts { Boundary = boundary }
        .With("envelope", """{"to":["nop@in.example.org"],"from":"binh@example.org"}""")
        .With("headers", "From: binh@example.org\nMessage-ID: <7@example.org>\n")
        .With("subject", "thang 11");

    private async Task<StoredIntake> ReceiveAsync(Posts posts)
    {
        await using var post = await posts.SpoolAsync();
        return await _receive.RunAsync(post, None);
    }
}
