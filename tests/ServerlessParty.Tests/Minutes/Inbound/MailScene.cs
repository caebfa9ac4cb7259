using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Mail.Inbound;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Inbound;

/// <summary>
/// Mail over ports in memory, on 24 November 2026: <c>cell-1</c> of Bình and deputy Hòa, <c>cell-2</c> of Lan, Chung in
/// <c>cell-3</c> and <c>cell-4</c>, <c>cell-9</c> of Cúc that ended, <c>cell-0</c> that nobody wrote an address of.
/// </summary>
internal sealed class MailScene : IHandInTokens
{
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, .. new byte[60_000]];

    public MailScene()
    {
        Clock.SetTo("2026-11-24T02:00:00Z");
        Calendar = new(Clock, new HashSet<DateOnly>(), SendingHours.Default);
        Obligations = new(Units);
        Intake = new(Clock);
        Minutes = new(Clock);
        Units.Put(
            Unit("cell-0"), Unit("cell-1", "binh@example.org", "hoa@example.org"), Unit("cell-2", "lan@example.org"),
            Unit("cell-3", "chung@example.org"), Unit("cell-4", "minh@example.org", "chung@example.org"),
            Unit("cell-9", "cuc@example.org") with { ValidTo = Given.Day("2026-10-31") });
        var options = new InboundOptions { Enabled = true, Domain = "in.example.org" };
        Contacts = new(Units);
        Match = new(this, Contacts, Units, options, Calendar);
        var unpack = new UnpackMail(HandedIn.CheckAsync, new(
            n => n.Contains("(MẬT)", StringComparison.Ordinal), t => t.Split('\n').Contains("MẬT")));
        var file = new FileDocuments(Minutes.HandInAsync, Minutes.JoinAsync, Minutes);
        Answer = new(
            new SendEventLetter(
                Letters, Mailer, Templates, LetterRendering.Html(), StoreLanguage.Vietnamese, Clock, NullLogger<SendEventLetter>.Instance),
            new(code => $"[{code}]"),
            new(CultureInfo.GetCultureInfo("vi"), "back-office@example.org"), options, NullLogger<AnswerMail>.Instance);
        FileOne = new(Intake, unpack, Match, file, Answer, Obligations, Calendar);
        Receive = new(Intake, FileOne, Clock, NullLogger<ReceiveMail>.Instance);
        FileMail = new(Intake, FileOne, Clock, NullLogger<FileMail>.Instance);
        Assign = new(Intake, unpack, file, Clock);
        Discard = new(Intake, Clock);
        Read = new(Intake, Match, Units, Calendar);
    }

    public MovableClock Clock { get; } = new();

    public PartyCalendar Calendar { get; }

    public InMemoryUnits Units { get; } = new();

    public InMemoryObligations Obligations { get; }

    public InMemoryIntake Intake { get; }

    public HandedIn Minutes { get; }

    public EventLetters Letters { get; } = new();

    public InMemoryMailer Mailer { get; } = new(new());

    /// <summary>The store's own texts.</summary>
    public OwnTemplates Templates { get; } = new();

    public Dictionary<string, string> Tokens { get; } = new() { ["abc"] = "cell-1", ["bcd"] = "cell-2", ["ended"] = "cell-9" };

    public KnownContacts Contacts { get; }

    public MatchUnit Match { get; }

    public AnswerMail Answer { get; }

    public FileOne FileOne { get; }

    public ReceiveMail Receive { get; }

    public FileMail FileMail { get; }

    public AssignMail Assign { get; }

    public DiscardMail Discard { get; }

    public ReadIntake Read { get; }

    public static Posts Sent(
        string subject = "Biên bản tháng 11/2026", string from = "binh@example.org", string to = "nop@in.example.org",
        string text = "Kính gửi", string headers = "", bool aligned = true) =>
        Posts.Parsed(
            subject, text, from, to, headers, aligned ? "pass" : "fail",
            aligned ? $"{{@{from.Split('@')[1]} : pass}}" : "none");

    public static Posts WithPdf(Posts posts, string content = "%PDF-1.4 minutes", string name = "bien-ban.pdf") =>
        posts.WithFile(System.Text.Encoding.Latin1.GetBytes(content), name);

    /// <summary>A delivery with the bien-ban.pdf, unless a test wants another.</summary>
    public Task<IntakeMail> ReceivePdfAsync(Posts? posts = null) => ReceiveAsync(WithPdf(posts ?? Sent()));

    public async Task<IntakeMail> ReceiveAsync(Posts posts)
    {
        await using var post = await posts.SpoolAsync();
        return (await Receive.RunAsync(post, CancellationToken.None)).Mail;
    }

    public Task<OrganizationId?> UnitOfAsync(string token, CancellationToken cancellationToken) =>
        Task.FromResult(Tokens.TryGetValue(token, out var unit) ? OrganizationId.Parse(unit) : (OrganizationId?)null);

    private static Organization Unit(string id, string? secretary = null, string? deputy = null)
    {
        var unit = Given.Unit(id, email: secretary);
        return deputy is null ? unit : unit with
        {
            Contacts = unit.Contacts with { Deputies = [new("Người thử", deputy, null)] },
        };
    }
}
