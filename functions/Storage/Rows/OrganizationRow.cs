using System.Globalization;
using System.Text.Json;
using ServerlessParty.Organizations;

namespace ServerlessParty.Storage.Rows;

/// <summary>A unit as a row: in its dossier and, with other keys, in the projections.</summary>
internal static class OrganizationRow
{
    public static TableEntity Of(Organization unit, string partition, string row) => new(partition, row)
    {
        ["Id"] = unit.Id.Value,
        ["Code"] = unit.Code,
        ["Name"] = unit.Name,
        ["Kind"] = unit.Kind.Value,
        ["ParentId"] = unit.ParentId?.Value,
        ["SecretaryName"] = unit.Contacts.Secretary.Name,
        ["SecretaryEmail"] = unit.Contacts.Secretary.Email,
        ["SecretaryPhone"] = unit.Contacts.Secretary.Phone,
        ["SecretaryMark"] = unit.Contacts.Secretary.Mark is { } mark ? JsonSerializer.Serialize(mark) : null,
        ["Deputies"] = unit.Contacts.Deputies.Count == 0 ? null : JsonSerializer.Serialize(unit.Contacts.Deputies),
        ["OfficialMembers"] = unit.Members.Official,
        ["ProbationaryMembers"] = unit.Members.Probationary,
        ["ExemptMembers"] = unit.Members.Exempt,
        ["ValidFrom"] = Text(unit.ValidFrom),
        ["ValidTo"] = Text(unit.ValidTo),
        ["Successors"] = unit.Successors is { Count: > 0 } ids ? string.Join(',', ids) : null,
        ["LinkEpoch"] = unit.LinkEpoch,
    };

    public static Organization Unit(TableEntity row) => new(
        OrganizationId.Parse(row.GetString("Id")!),
        row.GetString("Code"),
        row.GetString("Name") ?? "",
        KindCode.Parse(row.GetString("Kind")!),
        Id(row.GetString("ParentId")),
        new Contacts(
            new Contact(row.GetString("SecretaryName") ?? "", row.GetString("SecretaryEmail"), row.GetString("SecretaryPhone"))
            {
                Mark = Mark(row.GetString("SecretaryMark")),
            },
            Deputies(row.GetString("Deputies"))),
        new MemberCounts(
            row.GetInt32("OfficialMembers") ?? 0, row.GetInt32("ProbationaryMembers") ?? 0, row.GetInt32("ExemptMembers") ?? 0),
        Day(row.GetString("ValidFrom")),
        Day(row.GetString("ValidTo")),
        Successors(row.GetString("Successors")),
        row.GetInt32("LinkEpoch") ?? 0);

    public static OrganizationId? Id(string? text) => text is null ? null : OrganizationId.Parse(text);

    private static ContactMark? Mark(string? json) => json is null ? null : JsonSerializer.Deserialize<ContactMark>(json);

    private static List<Contact> Deputies(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<Contact>>(json) ?? [];

    private static OrganizationId[] Successors(string? text) =>
        text is null ? [] : [.. text.Split(',').Select(OrganizationId.Parse)];

    private static string? Text(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
