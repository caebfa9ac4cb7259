using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders;

/// <summary>A commission with a committee above some cells, all ports in memory, on Monday 23/11/2026 at 08:00.</summary>
internal sealed class ReminderScene : IUnitLinks, IHandInAddresses
{
    public static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly SceneClock _clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(7)));

    public ReminderScene(int runCap = 1_000, ReminderRules? rules = null)
    {
        Ledger = new(Interruptions);
        Settings = new(Interruptions) { Standing = new(true, new DateOnly(2026, 11, 1), Monday, Monday) };
        Letters = new(Interruptions, _clock);
        Mailer = new(Interruptions);
        Owed = new(Interruptions);
        Units = new(Interruptions);
        Calendar = new(_clock, new HashSet<DateOnly>(), SendingHours.Default);
        Rules = rules ?? GivenRules.Shipped;
        InForce = Rules;
        Options = new(runCap, ArmedByDefault: false, "Ban Tổ chức Tỉnh ủy");
        AddUnit("top", parent: null);
    }

    /// <summary>A day written <c>2026-11-23</c>.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Interruptions Interruptions { get; } = new();

    public InMemoryReminderLedger Ledger { get; }

    public InMemoryReminderSettings Settings { get; }

    public InMemoryLetters Letters { get; }

    public InMemoryMailer Mailer { get; }

    public OwedInMemory Owed { get; }

    public UnitsInMemory Units { get; }

    /// <summary>The store's own texts.</summary>
    public ILetterTemplates Templates { get; set; } = new OwnTemplates();

    public InMemoryStoreTrail Trail { get; } = new();

    public PartyCalendar Calendar { get; }

    public ReminderRules Rules { get; }

    /// <summary>The rules that the next planning follows.</summary>
    public IReminderRules InForce { get; set; }

    public ReminderOptions Options { get; }

    public void GoTo(DateOnly day, int hour = 8, int minute = 0) =>
        _clock.Now = new(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(7));

    public void Wait(TimeSpan span) => _clock.Now += span;

    public OrganizationId AddUnit(string id, string? email = "", string? parent = "top")
    {
        var key = OrganizationId.Parse(id);
        var secretary = new Contact($"Bí thư {id}", email == "" ? $"{id}@example.vn" : email, "0912 345 678");
        Units[key] = new(
            key, null, $"Chi bộ {id}", KindCode.Parse("Cell"), parent is null ? null : OrganizationId.Parse(parent),
            new Contacts(secretary, []), MemberCounts.None);
        return key;
    }

    public void Readdress(string id, string? email)
    {
        var unit = Units[OrganizationId.Parse(id)];
        Units[unit.Id] = unit with
        {
            Contacts = unit.Contacts with { Secretary = unit.Contacts.Secretary with { Email = email } },
        };
    }

    /// <summary>Lets a new unit owe its rating; due in a week, so that the step of seven days before is today's.</summary>
    public ObligationKey Owe(string id, DateOnly? dueOn = null, DateOnly? armedOn = null, string? email = "")
    {
        var key = new ObligationKey(AddUnit(id, email), ObligationKind.OrganizationRating, Period.Year(2026));
        Owed[key] = new(key, dueOn ?? Monday.AddDays(7), armedOn ?? Monday.AddDays(-30));
        return key;
    }

    public ReminderKey Step(ObligationKey key, string step) => new(key, Owed[key].DueOn, ReminderStep.Parse(step));

    public Task<RemindersPlanned> PlanAsync() => new PlanReminders(
        Settings, Options, new(InForce, Owed, Ledger, Units), Ledger, Letters, Units).RunAsync(Calendar, default);

    public Task<LettersSent> SendAsync()
    {
        var results = new LetterResults(Ledger, Letters);
        var writer = new LetterWriter(Options, StoreLanguage.Vietnamese, this, this, Templates, LetterRendering.Html());
        var batches = new LetterBatches(
            new(Owed, Owed), writer, results, Ledger, Letters, Mailer,
            NullLogger<LetterBatches>.Instance);
        return new SendLetters(
            Settings, Options, new(Settings, results, Letters, Mailer), batches, Letters, Mailer, Units)
            .RunAsync(Calendar, default);
    }

    public Task<Uri> CreateAsync(
        OrganizationId organization, int linkEpoch, DateOnly dueOn, CancellationToken cancellationToken) =>
        Task.FromResult(new Uri($"https://party.example/u/{organization}-{linkEpoch}-{dueOn:yyyyMMdd}"));

    public Uri PageAt(string path) => new($"https://party.example/{path}");

    /// <summary>Where mail comes in; null: nowhere.</summary>
    public string? InboundDomain { get; set; }

    public Task<string?> OfAsync(Organization unit, CancellationToken cancellationToken) =>
        Task.FromResult(InboundDomain is null ? null : $"nop+{unit.Id}@{InboundDomain}");

    private sealed class SceneClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
