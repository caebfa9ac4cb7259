using System.Net;
using Azure;

namespace ServerlessParty.Tests.Storage.Tables;

/// <summary>Every refusal here comes before anything is sent.</summary>
public sealed class TableLimitsTests : IDisposable
{
    private readonly AnsweringHandler _network = new((_, _) => AnsweringHandler.Response(HttpStatusCode.NoContent));

    public void Dispose() => _network.Dispose();

    public static TheoryData<string> ForbiddenKeys =>
        ["a/b", "a\\b", "a#b", "a?b", "a\nb", "\0", "\u001F", "\u007F", "\u009F", new string('k', 513)];

    [Theory]
    [MemberData(nameof(ForbiddenKeys))]
    public async Task A_key_that_no_row_can_have_is_refused(string key)
    {
        var table = _network.Table();

        await RefusesAsync(() => table.AddEntityAsync(new TableEntity(key, "r")));
        await RefusesAsync(() => table.UpsertEntityAsync(new TableEntity("p", key)));
        await RefusesAsync(() => table.UpdateEntityAsync(new TableEntity("p", key), ETag.All));
        await RefusesAsync(() => table.GetEntityAsync<TableEntity>("p", key));
        await RefusesAsync(() => table.GetEntityIfExistsAsync<TableEntity>(key, "r"));
        await RefusesAsync(() => table.DeleteEntityAsync("p", key));
        await RefusesAsync(() => table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, new TableEntity("p", key))]));
    }

    [Fact]
    public Task A_row_without_a_key_is_refused() => RefusesAsync(() => _network.Table().AddEntityAsync(new TableEntity()));

    [Theory]
    [InlineData(251, true)] // with the client's own property 252
    [InlineData(252, false)]
    public Task A_row_has_at_most_252_properties(int count, bool allowed)
    {
        var row = new TableEntity("p", "r");
        for (var i = 0; i < count; i++)
        {
            row[$"P{i}"] = i;
        }

        return CheckAsync(row, allowed);
    }

    [Theory]
    [InlineData("Tên_2", true)]
    [InlineData("2Name", false)]
    [InlineData("na-me", false)]
    [InlineData("na me", false)]
    [InlineData("", false)]
    [InlineData("op", false)] // the client's own
    public Task A_property_is_named_like_an_identifier(string name, bool allowed) =>
        CheckAsync(new TableEntity("p", "r") { [name] = 1 }, allowed);

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public Task A_property_has_at_most_255_characters_in_its_name(int length, bool allowed) =>
        CheckAsync(new TableEntity("p", "r") { [new string('n', length)] = 1 }, allowed);

    [Theory]
    [InlineData(32 * 1024, true)]
    [InlineData((32 * 1024) + 1, false)]
    public Task A_text_has_at_most_32_Ki_characters(int length, bool allowed) =>
        CheckAsync(new TableEntity("p", "r") { ["A"] = new string('ệ', length) }, allowed);

    [Theory]
    [InlineData(64 * 1024, true)]
    [InlineData((64 * 1024) + 1, false)]
    public async Task A_binary_has_at_most_64_KiB(int length, bool allowed)
    {
        await CheckAsync(new TableEntity("p", "r") { ["A"] = new byte[length] }, allowed);
        await CheckAsync(new TableEntity("p", "r") { ["A"] = BinaryData.FromBytes(new byte[length]) }, allowed);
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)] // sixteen times 64 KiB and the names
    public Task A_row_has_at_most_one_MiB(int texts, bool allowed)
    {
        var row = new TableEntity("p", "r");
        for (var i = 0; i < texts; i++)
        {
            row[$"P{i}"] = new string('x', 32 * 1024);
        }

        return CheckAsync(row, allowed);
    }

    [Theory]
    [InlineData("1601-01-01T00:00:00Z", true)]
    [InlineData("1600-12-31T23:59:59Z", false)]
    [InlineData("9999-12-31T23:59:59Z", true)]
    public Task An_instant_is_not_before_the_year_1601(string instant, bool allowed) =>
        CheckAsync(new TableEntity("p", "r") { ["A"] = DateTimeOffset.Parse(instant, null) }, allowed);

    [Fact]
    public async Task A_value_of_an_unknown_type_is_refused()
    {
        var table = _network.Table();

        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1.0m }));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Half_a_character_is_refused_in_keys_and_texts()
    {
        // As facts: attributes and test data would turn it into a whole one.
        var halves = new[] { new string('\uD83D', 1), "a" + '\uDE00', "\uDE00\uD83D" };
        foreach (var half in halves)
        {
            await RefusesAsync(() => _network.Table().UpsertEntityAsync(new TableEntity("p", half)));
            await CheckAsync(new TableEntity("p", "r") { ["A"] = half }, allowed: false);
        }
    }

    [Theory]
    [InlineData("ab", false)]
    [InlineData("abc", true)]
    [InlineData("1bc", false)]
    [InlineData("a-c", false)]
    [InlineData("abc\n", false)]
    [InlineData("Tables", false)]
    public void A_table_has_a_name_of_letters_and_digits(string name, bool allowed)
    {
        var service = new TableServiceClient("AccountName=party;AccountKey=a2V5");

        Assert.Equal(allowed, Record.Exception(() => service.GetTableClient(name)) is null);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_page_has_1_to_1000_rows(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _network.Table().QueryAsync<TableEntity>(maxPerPage: size).AsPages());

    private async Task CheckAsync(TableEntity row, bool allowed)
    {
        if (!allowed)
        {
            await RefusesAsync(() => _network.Table().UpsertEntityAsync(row));
            return;
        }

        await _network.Table().UpsertEntityAsync(row);
        Assert.NotEmpty(_network.Requests);
    }

    private async Task RefusesAsync(Func<Task> call)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(call);
        Assert.Empty(_network.Requests);
    }
}
