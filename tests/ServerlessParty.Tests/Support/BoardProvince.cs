using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>A province of two communes on 24 November 2026: one with cells that are late, one that is done.</summary>
internal sealed class BoardProvince
{
    public static DateOnly Today { get; } = new(2026, 11, 24);

    public static PartyCalendar Calendar { get; } =
        new(new Clock(Today), new HashSet<DateOnly>(), SendingHours.Default);

    public InMemoryBoardUnits Units { get; } = new(
        Unit("tinh", "Đảng bộ tỉnh", null),
        Unit("hoa-binh", "Đảng bộ xã Hòa Bình", "tinh"),
        Unit("an-phu", "Đảng bộ xã An Phú", "tinh"),
        Unit("cell-1", "Chi bộ thôn Đông", "hoa-binh", new Contact("Nguyễn Văn Ánh", "anh@example.vn", "0912 345 678")),
        Unit("cell-2", "Chi bộ Trường Trung học cơ sở Hòa Bình", "hoa-binh", new Contact("Trần Thị Bích", null, "0987 654 321")),
        Unit("cell-3", "Chi bộ thôn Đoài", "an-phu"));

    public InMemoryBoardDossiers Dossiers { get; } = new(
        Owes("cell-1", "minutes.regular", "2026-10", "2026-11-05"),
        Owes("cell-1", "rating.organization", "2026", "2026-12-04"),
        Owes("cell-2", "minutes.regular", "2026-10", "2026-11-27", ObligationState.Returned, "Thiếu chữ ký của chủ trì."),
        Owes("cell-2", "rating.organization", "2026", "2026-12-04", ObligationState.Withdrawn),
        Owes("cell-3", "minutes.regular", "2026-10", "2026-11-05", ObligationState.Accepted),
        Owes("cell-3", "rating.organization", "2026", "2026-12-04", ObligationState.Waived, "Chi bộ mới thành lập."),
        Owes("cell-3", "minutes.regular", "2026-01", "2026-02-05", ObligationState.Accepted));

    public static OrganizationId Id(string id) => OrganizationId.Parse(id);

    /// <summary>The board and unit pages of this province, as <paramref name="caller"/> sees them; by default an operator.</summary>
    public Task<SmallApp> StartAsync(Caller? caller = null) => SmallApp.StartAsync(
        routes =>
        {
            routes.MapBoard();
            routes.MapUnitPage();
        },
        services => services.AddSingleton<IOrganizations>(Units).AddSingleton<IObligations>(Dossiers)
            .AddSingleton<IDueIndex>(Dossiers).AddSingleton<IAuditTrail>(Dossiers).AddSingleton(Calendar).AddSingleton(Support.Units.Kinds()),
        caller ?? new Caller(Role.Operator, "operator", null));

    public void Happened(string unit, string action, string subject, string actor, string? comment = null)
    {
        var sequence = Dossiers.Entries.Count(e => e.Dossier == unit) + 1;
        var at = new DateTimeOffset(2026, 11, sequence, 2, 30, 0, TimeSpan.Zero);
        Dossiers.Entries.Add(new AuditEntry(unit, sequence, at, actor, action, subject, comment, "", "", "", ""));
    }

    public static Obligation Owes(
        string unit, string kind, string period, string dueOn, ObligationState state = ObligationState.Open, string? said = null) =>
        new(
            new ObligationKey(Id(unit), ObligationKind.Parse(kind), Period.Parse(period)),
            DateOnly.Parse(dueOn, CultureInfo.InvariantCulture),
            new DateOnly(2026, 10, 1),
            state,
            state == ObligationState.Accepted ? new DateOnly(2026, 11, 3) : null,
            said);

    public static Organization Unit(string id, string name, string? parent, Contact? secretary = null) => new(
        Id(id),
        null,
        name,
        KindCode.Parse("SubordinateCell"),
        parent is null ? null : Id(parent),
        Contacts.Unknown with { Secretary = secretary ?? Contact.Unknown },
        new MemberCounts(24, 3, 2));

    private sealed class Clock(DateOnly today) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(today, new TimeOnly(2, 0), TimeSpan.Zero);
    }
}
