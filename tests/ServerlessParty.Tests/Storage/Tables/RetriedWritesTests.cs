using Azure;

namespace ServerlessParty.Tests.Storage.Tables;

public sealed class RetriedWritesTests : IDisposable
{
    private readonly LostAnswers _network = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public async Task An_insert_whose_answer_was_lost_recognizes_its_own_row()
    {
        var table = await FreshTable.CreateAsync(_network.Options());
        _network.Arm();

        var answer = await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((204, row.ETag), (answer.Status, answer.Headers.ETag!.Value));
        Assert.Equal(3, _network.Writes); // the table, the lost insert, its retry
    }

    [Fact]
    public async Task An_insert_whose_answer_was_lost_is_still_a_conflict_with_the_row_of_another()
    {
        var table = await FreshTable.CreateAsync(_network.Options());
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = "theirs" });
        _network.Arm();

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = "ours" }));

        Assert.Equal((409, "EntityAlreadyExists"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public async Task A_first_attempt_that_is_refused_asks_for_no_trace()
    {
        var handler = new AnsweringHandler((_, _) => AnsweringHandler.Response(System.Net.HttpStatusCode.Conflict));

        await Assert.ThrowsAsync<RequestFailedException>(() => handler.Table().AddEntityAsync(new TableEntity("p", "r")));

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_conditional_update_whose_answer_was_lost_recognizes_itself()
    {
        var table = await FreshTable.CreateAsync(_network.Options());
        var first = (await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 })).Headers.ETag!.Value;
        _network.Arm();

        var answer = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, first);

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(2, row.GetInt32("A"));
        Assert.Equal(row.ETag, answer.Headers.ETag);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_that_another_wrote_over_meanwhile_is_a_conflict(TableUpdateMode mode)
    {
        TableClient? other = null;
        var network = new LostAnswers(() => other!.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, mode));
        var table = await FreshTable.CreateAsync(network.Options());
        other = await FreshTable.SameAsync(table);
        var first = (await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 })).Headers.ETag!.Value;
        network.Arm();

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, first));

        Assert.Equal(412, refusal.Status);
    }

    [Fact]
    public async Task A_transaction_whose_answer_was_lost_recognizes_its_rows_and_their_versions()
    {
        var table = await FreshTable.CreateAsync(_network.Options());
        var head = (await table.AddEntityAsync(new TableEntity("p", "head") { ["N"] = 1 })).Headers.ETag!.Value;
        await table.AddEntityAsync(new TableEntity("p", "old"));
        _network.Arm();

        var answers = (await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Delete, new TableEntity("p", "old")),
            new(TableTransactionActionType.Add, new TableEntity("p", "new")),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "head") { ["N"] = 2 }, head),
        ])).Value;

        var row = (await table.GetEntityAsync<TableEntity>("p", "head")).Value;
        Assert.Equal(2, row.GetInt32("N"));
        Assert.Equal([204, 204, 204], answers.Select(answer => answer.Status));
        Assert.Equal(row.ETag, answers[2].Headers.ETag);
        Assert.NotNull(answers[1].Headers.ETag);
    }

    [Fact]
    public async Task A_transaction_of_updates_alone_recognizes_itself()
    {
        var table = await FreshTable.CreateAsync(_network.Options());
        var head = (await table.AddEntityAsync(new TableEntity("p", "head") { ["N"] = 1 })).Headers.ETag!.Value;
        _network.Arm();

        var answers = await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "head") { ["N"] = 2 }, head)]);

        Assert.Equal((await table.GetEntityAsync<TableEntity>("p", "head")).Value.ETag, answers.Value[0].Headers.ETag);
    }

    [Fact]
    public async Task A_retried_transaction_that_meets_the_row_of_another_fails_at_its_index()
    {
        var table = await FreshTable.CreateAsync(_network.Options());
        await table.AddEntityAsync(new TableEntity("p", "theirs"));
        _network.Arm();

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "ours")),
            new(TableTransactionActionType.Add, new TableEntity("p", "theirs")),
        ]));

        Assert.Equal((409, 1), (refusal.Status, refusal.FailedTransactionActionIndex));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "ours")).HasValue);
    }
}
