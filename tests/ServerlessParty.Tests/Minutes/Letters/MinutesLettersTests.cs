using ServerlessParty.Audit;
using ServerlessParty.Mail;
using ServerlessParty.Minutes.Letters;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Letters;

public sealed class MinutesLettersTests : IUnitLinks, IHandInAddresses
{
    private const string Email = "Bi.Thu@example.org";
    private static readonly Organization Unit = Given.Unit("cell-1", email: Email) with { LinkEpoch = 2 };
    private static readonly ObligationKey November = Given.Key("cell-1", "minutes.regular", "2026-11");

    private readonly StoppedClock _clock = StoppedClock.At("2026-12-08T02:00:00Z");
    private readonly EventPost _post = new();
    private readonly WrittenTrail _trail = new();
    private readonly LogLines<MinutesLetters> _log = new();
    private string? _address;

    [Fact]
    public async Task A_receipt_goes_to_the_secretarys_address_on_file()
    {
        await ReceiptAsync(Unit);

        Assert.Equal(("bi.thu@example.org", LetterClass.Receipt), (_post.Sent.To, _post.Sent.Letter.Class));
        Assert.Contains("Chi bộ cell-1", _post.Sent.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nBan Tổ chức Tỉnh ủy\n", _post.Sent.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0912 345 678")]
    public async Task Without_an_address_on_file_nothing_goes(string? email)
    {
        var unit = Given.Unit("cell-1", email: email);

        await ReceiptAsync(unit);
        await Letters().ReturnedAsync(unit, November, "Thiếu chữ ký", Given.Day("2026-12-12"), default);

        Assert.Empty(_post.Letters.All);
    }

    [Fact]
    public async Task Minutes_are_receipted_once_however_late_it_is_tried_again()
    {
        await ReceiptAsync(Unit);
        _clock.Advance(TimeSpan.FromDays(3));
        await ReceiptAsync(Unit);
        Assert.Single(_post.Mailer.Taken);

        await ReceiptAsync(Unit, version: 2);
        Assert.Equal(2, _post.Mailer.Taken.Count);
    }

    [Theory]
    [InlineData("2026-12-12", "20261212")]
    [InlineData("2026-11-05", "20261208")] // its link would be dead already: it lives from today
    public async Task A_return_carries_a_fresh_link_that_lives(string dueOn, string linkDay)
    {
        _trail.Add("obligation.returned", "minutes.regular|2026-11");
        await ReturnAsync("Thiếu chữ ký", dueOn);

        Assert.Contains($"https://party.example/u/cell-1-2-{linkDay}", _post.Sent.Text, StringComparison.Ordinal);
        Assert.Contains("Thiếu chữ ký", _post.Sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thiếu chữ ký", _post.Sent.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_return_again_sends_nothing_even_on_another_day()
    {
        _trail.Add("obligation.returned", "minutes.regular|2026-11");
        await ReturnAsync("Thiếu chữ ký");
        _trail.Add("obligation.extended", "minutes.regular|2026-11");
        _trail.Add("obligation.returned", "minutes.regular|2026-10");
        _clock.Advance(TimeSpan.FromDays(1));
        await ReturnAsync("Thiếu chữ ký");

        Assert.Single(_post.Mailer.Taken);
    }

    [Fact]
    public async Task A_second_return_of_the_day_is_told_though_it_says_the_same()
    {
        _trail.Add("obligation.returned", "minutes.regular|2026-11");
        await ReturnAsync("Thiếu chữ ký");
        _trail.Add("obligation.submitted", "minutes.regular|2026-11");
        _trail.Add("obligation.returned", "minutes.regular|2026-11");
        await ReturnAsync("Thiếu chữ ký");

        Assert.Equal(2, _post.Mailer.Taken.Count);
    }

    /// <summary>The state machine's own word, or a return would never be found.</summary>
    [Fact]
    public void A_return_is_known_by_the_word_that_the_trail_has_for_it() => Assert.Equal(
        "obligation.returned",
        Assert.IsType<ObligationOutcome.Changed>(
            (Given.Obligation("cell-1") with { State = ObligationState.Submitted }).Return("x", Given.Day("2026-12-08"))).Action);

    [Theory]
    [InlineData("nop+abc@mail.example.org")]
    [InlineData(null)]
    public async Task An_answer_to_a_return_hands_in_where_mail_in_is_on(string? address)
    {
        _address = address;
        await ReturnAsync("Thiếu chữ ký");

        Assert.Equal(address, _post.Sent.ReplyTo);
        Assert.Equal(address is not null, _post.Sent.Text.Contains("trả lời thư này", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_minutes_are_handed_in_by_an_answer()
    {
        _address = "nop+abc@mail.example.org";
        await Letters().ReturnedAsync(Unit, Given.Key("cell-1"), "Thiếu biên bản kiểm phiếu", Given.Day("2026-12-12"), default);

        Assert.Null(_post.Sent.ReplyTo);
        Assert.Contains("Mở trang của đơn vị:\nhttps://", _post.Sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("đính kèm biên bản", _post.Sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_fails_undoes_nothing_of_what_is_stored_already()
    {
        _trail.Fails = true;

        await ReturnAsync("Thiếu chữ ký");

        Assert.Empty(_post.Letters.All);
        var line = Assert.Single(_log.All);
        Assert.Contains("cell-1", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Email, line, StringComparison.OrdinalIgnoreCase);
    }

    public Task<Uri> CreateAsync(
        OrganizationId organization, int linkEpoch, DateOnly dueOn, CancellationToken cancellationToken) =>
        Task.FromResult(new Uri($"https://party.example/u/{organization}-{linkEpoch}-{dueOn:yyyyMMdd}"));

    public Uri PageAt(string path) => new($"https://party.example/{path}");

    public Task<string?> OfAsync(Organization unit, CancellationToken cancellationToken) => Task.FromResult(_address);

    private MinutesLetters Letters() => new(
        _post.Send, this, this, _trail, StoreLanguage.Vietnamese, new MailOptions { FromName = "Ban Tổ chức Tỉnh ủy" },
        new PartyCalendar(_clock, new HashSet<DateOnly>(), SendingHours.Default), _log);

    private Task ReceiptAsync(Organization unit, int version = 1) =>
        Letters().ReceiptAsync(unit, GivenMinutes.Of(version: version), [], default);

    private Task ReturnAsync(string comment, string dueOn = "2026-12-12") =>
        Letters().ReturnedAsync(Unit, November, comment, Given.Day(dueOn), default);

    /// <summary>The trail of one unit, more than fifty entries long; all entries are of 8 December 2026.</summary>
    private sealed class WrittenTrail : IAuditTrail
    {
        private readonly List<AuditEntry> _entries = [];

        public bool Fails { get; set; }

        public WrittenTrail()
        {
            for (var i = 0; i < 60; i++)
            {
                Add("organization.changed", "");
            }
        }

        public void Add(string action, string subject) => _entries.Add(new(
            "cell-1", _entries.Count + 1, new(2026, 12, 8, 2, 0, 0, TimeSpan.Zero), "grant:1", action, subject, null, "", "", "", ""));

        public Task<IReadOnlyList<AuditEntry>> ReadAsync(
            string dossier, int after, int take, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AuditEntry>>([.. _entries.Where(e => e.Dossier == dossier).Skip(after).Take(take)]);

        public Task<AuditHead?> HeadAsync(string dossier, CancellationToken cancellationToken) =>
            Fails ? throw new IOException("The store does not answer.") : Task.FromResult<AuditHead?>(new(_entries.Count, ""));

        public IAsyncEnumerable<KeyValuePair<string, AuditHead>> HeadsAsync(CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<ChainVerification?> VerifyAsync(string dossier, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
