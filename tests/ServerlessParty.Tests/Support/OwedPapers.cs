using ServerlessParty.Classification;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>A small province with its ports, on a day that stands still.</summary>
internal sealed class OwedPapers : IDueDayWatch, ISealedPeriods, IReturnNotice
{
    public OwedPapers(string today = "2026-11-20")
    {
        Clock = new Day(DateOnly.Parse(today, null));
        Calendar = new PartyCalendar(Clock, new HashSet<DateOnly>(), SendingHours.Default);
        Obligations = new InMemoryObligations(Units);
        OpenSteps = new OpenSteps(Units, Obligations);
        Follow = new FollowMovedSteps(Campaigns, Obligations, Units, Obligations, this);
    }

    public static KindCode Cell { get; } = KindCode.Parse("SubordinateCell");

    public static KindCode Committee { get; } = KindCode.Parse("GrassrootsCommittee");

    public static UnitKinds Kinds { get; } =
        new(new HashSet<KindCode> { Cell, Committee }, new HashSet<KindCode> { Cell }, kind => kind.Value);

    public Day Clock { get; }

    public PartyCalendar Calendar { get; }

    public InMemoryUnits Units { get; } = new();

    public InMemoryObligations Obligations { get; }

    public InMemoryCampaigns Campaigns { get; } = new();

    public InMemoryOpeningMarks Marks { get; } = new();

    public OpenSteps OpenSteps { get; }

    public FollowMovedSteps Follow { get; }

    public List<(ObligationKey Key, DateOnly OldDueOn)> Moves { get; } = [];

    public HashSet<Period> Sealed { get; } = [];

    public List<Obligation> Returned { get; } = [];

    public static DateOnly On(string day) => DateOnly.Parse(day, null);

    public static OrganizationId Id(string id) => OrganizationId.Parse(id);

    public static Organization Unit(
        string id, KindCode? kind = null, string? parent = null, string? from = null, string? to = null) =>
        new(
            Id(id),
            null,
            $"Chi bộ {id}",
            kind ?? Cell,
            parent is null ? null : Id(parent),
            Contacts.Unknown,
            MemberCounts.None,
            from is null ? null : On(from),
            to is null ? null : On(to));

    public static ObligationKey Rating(string unit, int year = 2026) =>
        new(Id(unit), ObligationKind.OrganizationRating, Period.Year(year));

    public static Obligation Owed(string unit, string dueOn = "2026-12-04", ObligationState state = ObligationState.Open) =>
        new(Rating(unit), On(dueOn), On("2026-11-01"), state);

    public Task MovedAsync(ObligationKey key, DateOnly oldDueOn, CancellationToken cancellationToken)
    {
        lock (Moves)
        {
            Moves.Add((key, oldDueOn));
        }

        return Task.CompletedTask;
    }

    public Task<bool> IsSealedAsync(ObligationKind kind, Period period, CancellationToken cancellationToken) =>
        Task.FromResult(Sealed.Contains(period));

    public Task ReturnedAsync(Obligation returned, CancellationToken cancellationToken)
    {
        Returned.Add(returned);
        return Task.CompletedTask;
    }
}

/// <summary>A clock that stands at 09:00 in Vietnam until it is set.</summary>
internal sealed class Day(DateOnly today) : TimeProvider
{
    public DateOnly Today { get; set; } = today;

    public override DateTimeOffset GetUtcNow() => new(Today, new TimeOnly(2, 0), TimeSpan.Zero);
}
