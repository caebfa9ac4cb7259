using System.Security.Cryptography;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

public sealed class IntakeTableTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_mail_comes_back_as_it_was_stored()
    {
        using var store = await TestStore.CreateAsync();
        var intake = store.Get<IIntake>();
        var mail = Mail("a", store) with { Files = ["bien ban.pdf", "", "anh|1.jpg"] };

        var stored = await StoreAsync(intake, mail, "the post");

        Assert.True(stored.IsNew);
        var found = await intake.FindAsync(mail.Id, None);
        Assert.Equivalent(stored.Mail, found);
        Assert.Equal(mail.Files, found!.Files);
        Assert.Equal(("the post", "multipart/form-data; boundary=x"), await PostAsync(intake, mail.Id));
        Assert.Equal([mail.Id], await UnfinishedAsync(intake));
    }

    [Fact]
    public async Task The_same_mail_again_is_known_and_keeps_the_time_it_first_came()
    {
        using var store = await TestStore.CreateAsync();
        var intake = store.Get<IIntake>();
        var first = await StoreAsync(intake, Mail("a", store), "first");
        store.Clock.Advance(TimeSpan.FromHours(5));

        var again = await StoreAsync(intake, Mail("a", store), "again");

        Assert.Equal((false, first.Mail.ReceivedAt), (again.IsNew, again.Mail.ReceivedAt));
        Assert.Equal("first", (await PostAsync(intake, first.Mail.Id)).Text);
    }

    [Fact]
    public async Task Of_ten_deliveries_at_once_one_is_new()
    {
        using var store = await TestStore.CreateAsync();
        var intake = store.Get<IIntake>();

        var stored = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => StoreAsync(intake, Mail("a", store), "post")));

        Assert.Single(stored, s => s.IsNew);
    }

    [Fact]
    public async Task What_was_decided_comes_back_and_leaves_nothing_unfinished()
    {
        using var store = await TestStore.CreateAsync();
        var intake = store.Get<IIntake>();
        var stored = await StoreAsync(intake, Mail("a", store), "post");
        var outcome = new IntakeOutcome
        {
            Reason = "why",
            Unit = "cell-1",
            Documents = ["one", "two"],
            Refusals = [new("minutes.type", "a|b.exe"), new("minutes.empty", "")],
            DecidedAt = store.Clock.GetUtcNow(),
            DecidedBy = "grant:1",
            Note = "Ghi chú",
        };

        var filed = await intake.AdvanceAsync(stored.Mail, stored.Mail with { State = IntakeState.Filed, Outcome = outcome }, None);

        Assert.Equivalent(filed, await intake.FindAsync(stored.Mail.Id, None), strict: true);
        Assert.Equivalent(outcome, filed!.Outcome, strict: true);
        Assert.Empty(await UnfinishedAsync(intake));
        Assert.Equal([filed.Id], await PageAsync(intake, IntakeState.Filed));
        Assert.Equal("post", (await PostAsync(intake, filed.Id)).Text);
    }

    [Fact]
    public async Task Of_two_who_decide_one_is_told_that_the_other_was_faster()
    {
        using var store = await TestStore.CreateAsync();
        var intake = store.Get<IIntake>();
        var mail = (await StoreAsync(intake, Mail("a", store), "post")).Mail;
        await intake.AdvanceAsync(mail, mail with { State = IntakeState.Triage }, None);

        Assert.Null(await intake.AdvanceAsync(mail, mail with { State = IntakeState.Refused }, None));

        Assert.Equal([mail.Id], await PageAsync(intake, IntakeState.Triage));
        Assert.Empty(await PageAsync(intake, IntakeState.Refused));
    }

    [Fact]
    public async Task A_mail_that_moves_on_leaves_the_list_it_was_in()
    {
        using var store = await TestStore.CreateAsync();
        var intake = store.Get<IIntake>();
        var mail = (await StoreAsync(intake, Mail("a", store), "post")).Mail;
        var triaged = await intake.AdvanceAsync(mail, mail with { State = IntakeState.Triage }, None);

        await intake.AdvanceAsync(triaged!, triaged! with { State = IntakeState.Discarded }, None);

        Assert.Empty(await PageAsync(intake, IntakeState.Triage));
        Assert.Equal([mail.Id], await PageAsync(intake, IntakeState.Discarded));
    }

    [Fact]
    public async Task A_list_is_paged_newest_first()
    {
        using var store = await TestStore.CreateAsync();
        var intake = store.Get<IIntake>();
        foreach (var name in new[] { "first", "second", "third" })
        {
            var mail = (await StoreAsync(intake, Mail(name, store), name)).Mail;
            await intake.AdvanceAsync(mail, mail with { State = IntakeState.Triage }, None);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var page = await intake.PageAsync(IntakeState.Triage, null, 2, None);
        var rest = await intake.PageAsync(IntakeState.Triage, page.Next, 2, None);

        Assert.Equal([Id("third"), Id("second")], page.Items.Select(m => m.Id));
        Assert.Equal([Id("first")], rest.Items.Select(m => m.Id));
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task A_mail_not_to_be_kept_is_gone_at_once_and_does_not_come_back_by_a_late_delivery()
    {
        using var store = await TestStore.CreateAsync();
        var intake = store.Get<IIntake>();
        var mail = (await StoreAsync(intake, Mail("a", store), "secret")).Mail;

        var refused = await intake.AdvanceAsync(mail, mail.Emptied() with { State = IntakeState.Refused }, None);
        await StoreAsync(intake, Mail("a", store), "secret");

        Assert.Null(await intake.OpenAsync(mail.Id, None));
        Assert.Empty(await UnfinishedAsync(intake));
        var row = await (await store.Get<Store>().Intake).GetEntityAsync<TableEntity>(mail.Id.Value[..2], mail.Id.Value);
        Assert.DoesNotContain(row.Value, p => p.Value is string text && text.Contains("example.org", StringComparison.Ordinal));
        Assert.Equal(("", 0, null), (refused!.Subject, refused.Files.Count, refused.Sender));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_storing_is_cut_off_a_mark_stays_and_the_next_delivery_completes_it(bool delivers)
    {
        var writes = 0;
        for (var cut = 1; cut == 1 || cut <= writes; cut++)
        {
            using var transport = new CuttingTransport { Delivers = delivers };
            using var store = await TestStore.CreateAsync(transport);
            await TouchAsync(store);
            transport.Reset();
            transport.CutAt = cut;
            await Assert.ThrowsAsync<LineCutException>(() => StoreAsync(store.Get<IIntake>(), Mail("a", store), "post"));

            using var next = await store.AgainAsync();
            var intake = next.Get<IIntake>();
            Assert.Equal(cut > 1 || delivers ? [Id("a")] : [], await UnfinishedAsync(intake));
            var again = await StoreAsync(intake, Mail("a", next), "post");
            Assert.Equal("post", (await PostAsync(intake, again.Mail.Id)).Text);

            transport.CutAt = 0;
            transport.Reset();
            await StoreAsync(store.Get<IIntake>(), Mail("b", store), "post");
            writes = transport.Writes;
        }

        Assert.InRange(writes, 3, 6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_an_end_is_cut_off_the_next_run_finds_it_and_completes_it(bool delivers)
    {
        for (var cut = 1; cut <= 5; cut++)
        {
            using var transport = new CuttingTransport { Delivers = delivers };
            using var store = await TestStore.CreateAsync(transport);
            var mail = (await StoreAsync(store.Get<IIntake>(), Mail("a", store), "secret")).Mail;
            var refused = mail.Emptied() with { State = IntakeState.Refused };
            transport.Reset();
            transport.CutAt = cut;
            await Assert.ThrowsAsync<LineCutException>(() => store.Get<IIntake>().AdvanceAsync(mail, refused, None));

            using var next = await store.AgainAsync();
            var intake = next.Get<IIntake>();
            foreach (var id in await UnfinishedAsync(intake))
            {
                var found = (await intake.FindAsync(id, None))!;
                await (found.State is IntakeState.Received
                    ? intake.AdvanceAsync(found, found.Emptied() with { State = IntakeState.Refused }, None)
                    : intake.CompleteAsync(id, found, None));
            }

            Assert.Empty(await UnfinishedAsync(intake));
            Assert.Equal([mail.Id], await PageAsync(intake, IntakeState.Refused));
            Assert.Null(await intake.OpenAsync(mail.Id, None));
        }
    }

    [Fact]
    public async Task A_post_of_forty_megabytes_comes_back_byte_by_byte()
    {
        using var store = await TestStore.CreateAsync();
        var bytes = RandomNumberGenerator.GetBytes((int)SpooledPost.MaxBytes);
        await using var post = await SpooledPost.CreateAsync(new MemoryStream(bytes), "x/y", None);
        await store.Get<IIntake>().StoreAsync(Mail("big", store), post, None);

        await using var back = await store.Get<IIntake>().OpenAsync(Id("big"), None);

        Assert.Equal(SHA256.HashData(bytes), await back!.HashAsync(ReadOnlyMemory<byte>.Empty, None));
    }

    private static IntakeId Id(string name) => IntakeId.Of(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));

    private static IntakeMail Mail(string name, TestStore store) => new(
        Id(name), IntakeState.Received, store.Clock.GetUtcNow(), "binh@example.org", "thang 11 cua binh@example.org", ["a.pdf"], IntakeOutcome.None);

    private static async Task<StoredIntake> StoreAsync(IIntake intake, IntakeMail mail, string text)
    {
        await using var post = await SpooledPost.CreateAsync(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "multipart/form-data; boundary=x", None);
        return await intake.StoreAsync(mail, post, None);
    }

    private static async Task<(string Text, string ContentType)> PostAsync(IIntake intake, IntakeId id)
    {
        await using var post = await intake.OpenAsync(id, None);
        return (await new StreamReader(post!.Rewind()).ReadToEndAsync(), post.ContentType);
    }

    private static async Task<IReadOnlyList<IntakeId>> UnfinishedAsync(IIntake intake) =>
        await intake.UnfinishedAsync(None).Select(u => u.Id).ToListAsync();

    private static async Task<IReadOnlyList<IntakeId>> PageAsync(IIntake intake, IntakeState state) =>
        [.. (await intake.PageAsync(state, null, 10, None)).Items.Select(m => m.Id)];

    /// <summary>Table and container are made when first used; their making is not what is cut.</summary>
    private static async Task TouchAsync(TestStore store)
    {
        await UnfinishedAsync(store.Get<IIntake>());
        await store.Get<Store>().Intakes;
    }
}
