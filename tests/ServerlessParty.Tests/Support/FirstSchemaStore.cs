using System.Globalization;

namespace ServerlessParty.Tests.Support;

/// <summary>
/// A store as the first version left it, written row by row and not by the product: dossiers that hold minutes, no row of
/// the format, and nothing that minutes are found by.
/// </summary>
internal sealed class FirstSchemaStore
{
    private readonly TableServiceClient _tables;

    private FirstSchemaStore(TableServiceClient tables, string prefix) => (_tables, Prefix) = (tables, prefix);

    public string Prefix { get; }

    /// <param name="units">Each with one document of October, whose words are <c>chi</c>, <c>bo</c> and the unit's name.</param>
    public static async Task<FirstSchemaStore> WriteAsync(string prefix, params string[] units)
    {
        var azurite = await Azurite.SharedAsync();
        var store = new FirstSchemaStore(new TableServiceClient(azurite.ConnectionString), prefix);
        var dossiers = store.Table("Dossiers");
        await dossiers.CreateIfNotExistsAsync();
        foreach (var (index, unit) in units.Index())
        {
            TableEntity[] rows =
            [
                Minutes(unit, index),
                new(unit, "words|minutes.regular|2026-10|0001") { ["Words0"] = $"chi bo {unit}" },
                new(unit, $"hash|{Sha256(index)}") { ["Minutes"] = $"{unit}_minutes.regular_2026-10_1" },
            ];
            await dossiers.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        }

        return store;
    }

    public async Task<TableEntity?> FormatAsync()
    {
        var found = await Table("Settings").GetEntityIfExistsAsync<TableEntity>("store", "format");
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Sets a property of the format's row, as another version would have.</summary>
    public async Task SetAsync(string property, object value)
    {
        await Table("Settings").CreateIfNotExistsAsync();
        await Table("Settings").UpsertEntityAsync(new TableEntity("store", "format") { [property] = value }, TableUpdateMode.Merge);
    }

    public async Task<List<string>> TablesAsync() =>
        [.. (await _tables.QueryAsync().ToListAsync()).Select(t => t.Name)
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order()];

    private TableClient Table(string name) => _tables.GetTableClient(Prefix + name);

    private static TableEntity Minutes(string unit, int index) => new(unit, "minutes|minutes.regular|2026-10|0001")
    {
        ["Id"] = unit,
        ["Sha256"] = Sha256(index),
        ["Size"] = 1_000L,
        ["Type"] = "Pdf",
        ["FileName"] = "bien-ban.pdf",
        ["State"] = index % 2 == 0 ? "Received" : "Accepted",
        ["ReceivedAt"] = new DateTimeOffset(2026, 11, 1, 2, 0, 0, TimeSpan.Zero),
        ["ReceivedBy"] = "test",
        ["Channel"] = "Web",
    };

    private static string Sha256(int index) => index.ToString("x64", CultureInfo.InvariantCulture);
}
