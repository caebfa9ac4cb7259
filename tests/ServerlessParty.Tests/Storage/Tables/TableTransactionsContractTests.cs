using Azure;

namespace ServerlessParty.Tests.Storage.Tables;

public sealed class TableTransactionsContractTests : IAsyncLifetime
{
    private TableClient _table = null!;

    public async Task InitializeAsync() => _table = await FreshTable.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_sort_of_action_is_done_and_answered_in_order()
    {
        var kept = await AddAsync("merged");
        await AddAsync("replaced");
        await AddAsync("deleted");

        var answers = await _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("added")),
            new(TableTransactionActionType.UpdateMerge, Row("merged"), kept),
            new(TableTransactionActionType.UpdateReplace, Row("replaced"), ETag.All),
            new(TableTransactionActionType.UpsertMerge, Row("upserted")),
            new(TableTransactionActionType.UpsertReplace, Row("upserted too")),
            new(TableTransactionActionType.Delete, Row("deleted")),
        ]);

        Assert.Equal(202, answers.GetRawResponse().Status);
        Assert.Equal(Enumerable.Repeat(204, 6), answers.Value.Select(answer => answer.Status));
        var rows = new Dictionary<string, TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>())
        {
            rows.Add(row.RowKey, row);
        }

        Assert.Equal(["added", "merged", "replaced", "upserted", "upserted too"], rows.Keys);
        Assert.Equal(answers.Value[1].Headers.ETag, rows["merged"].ETag);
        Assert.Equal(("old", "new"), (rows["merged"].GetString("Old"), rows["merged"].GetString("New")));
        Assert.Equal((null, "new"), (rows["replaced"].GetString("Old"), rows["replaced"].GetString("New")));
    }

    [Fact]
    public async Task One_row_that_exists_undoes_all_and_is_named()
    {
        await AddAsync("there");

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("a")),
            new(TableTransactionActionType.Add, Row("b")),
            new(TableTransactionActionType.Add, Row("there")),
        ]));

        Assert.Equal((409, "EntityAlreadyExists", 2), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Equal(["there"], await _table.QueryAsync<TableEntity>().KeysAsync());
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.UpdateReplace)]
    [InlineData(TableTransactionActionType.Delete)]
    public async Task One_older_version_undoes_all_and_is_named(TableTransactionActionType type)
    {
        var old = await AddAsync("head");
        await _table.UpdateEntityAsync(Row("head"), old);

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => _table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, Row("a")), new(type, Row("head"), old)]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Equal(["head"], await _table.QueryAsync<TableEntity>().KeysAsync());
    }

    [Fact]
    public async Task A_hundred_rows_with_values_that_look_like_the_wire_go_at_once()
    {
        const string Text = "--batch_x\r\n--changeset_x--\r\nHTTP/1.1 409 Conflict\r\n\r\n{\"odata.error\":1}";

        await _table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(i => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity("p", $"{i:D3}") { ["Text"] = Text, ["Bytes"] = new byte[] { 13, 10 } })));

        Assert.Equal(100, (await _table.QueryAsync<TableEntity>().KeysAsync()).Count);
        Assert.Equal(Text, (await _table.GetEntityAsync<TableEntity>("p", "099")).Value.GetString("Text"));
    }

    private static TableEntity Row(string key) => new("p", key) { ["New"] = "new" };

    private async Task<ETag> AddAsync(string key) =>
        (await _table.AddEntityAsync(new TableEntity("p", key) { ["Old"] = "old" })).Headers.ETag!.Value;
}
