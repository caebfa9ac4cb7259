using System.Globalization;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>Valid things; each test changes what it is about.</summary>
internal static class Given
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static OrganizationId Id(string id) => OrganizationId.Parse(id);

    public static Organization Unit(string id, string? parent = null, string kind = "SubordinateCell", string? email = null) => new(
        Id(id),
        null,
        $"Chi bộ {id}",
        KindCode.Parse(kind),
        parent is null ? null : Id(parent),
        new Contacts(new Contact("Nguyễn Văn Thử", email, null), []),
        new MemberCounts(9, 1, 0));

    public static ObligationKey Key(string unit, string kind = "rating.organization", string period = "2026") =>
        new(Id(unit), ObligationKind.Parse(kind), Period.Parse(period));

    public static MeetingMinutes Minutes(ObligationKey key, SpooledFile file, DateTimeOffset at) => new(
        new(key, 1), null, file.Sha256, file.Length, DocumentType.Pdf, file.FileName, MinutesState.Received, at, "test",
        MinutesChannel.Web);

    public static Obligation Obligation(string unit, string dueOn = "2026-12-04", string kind = "rating.organization") =>
        new(Key(unit, kind), Day(dueOn), Day("2026-11-02"));
}
