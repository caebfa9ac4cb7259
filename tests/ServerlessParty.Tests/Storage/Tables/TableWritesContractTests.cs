using Azure;

namespace ServerlessParty.Tests.Storage.Tables;

public sealed class TableWritesContractTests : IAsyncLifetime
{
    private TableClient _table = null!;

    public async Task InitializeAsync() => _table = await FreshTable.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_inserted_row_is_read_back_with_its_types()
    {
        var written = new TableEntity("p", "r")
        {
            ["Text"] = "Biên bản \"họp\" chi bộ \n <&>",
            ["Empty"] = "",
            ["Int"] = int.MaxValue,
            ["Long"] = long.MinValue,
            ["Double"] = 2.0,
            ["Fraction"] = -0.1,
            ["NotANumber"] = double.NaN,
            ["Flag"] = true,
            ["Id"] = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            ["At"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(7)).AddTicks(1234567),
            ["Bytes"] = new byte[] { 0, 255, 10 },
            ["Nothing"] = null,
        };

        await _table.AddEntityAsync(written);
        var read = (await _table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal("Biên bản \"họp\" chi bộ \n <&>", read.GetString("Text"));
        Assert.Equal("", read.GetString("Empty"));
        Assert.Equal(int.MaxValue, read.GetInt32("Int"));
        Assert.Equal(long.MinValue, read.GetInt64("Long"));
        Assert.Equal(2.0, read.GetDouble("Double"));
        Assert.Equal(-0.1, read.GetDouble("Fraction"));
        Assert.Equal(double.NaN, read.GetDouble("NotANumber"));
        Assert.True(read.GetBoolean("Flag"));
        Assert.Equal(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), read.GetGuid("Id"));
        Assert.Equal(written.GetDateTimeOffset("At"), read.GetDateTimeOffset("At"));
        Assert.Equal(TimeSpan.Zero, read.GetDateTimeOffset("At")!.Value.Offset);
        Assert.Equal([0, 255, 10], read.GetBinary("Bytes")!);
        Assert.False(read.ContainsKey("Nothing"));
    }

    [Fact]
    public async Task A_row_that_was_read_shows_its_version_and_its_time_and_nothing_of_the_client()
    {
        var added = await _table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });

        var read = (await _table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
        Assert.Equal(["A", "PartitionKey", "RowKey", "Timestamp", "odata.etag"], read.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_insert_of_a_row_is_a_conflict()
    {
        await _table.AddEntityAsync(new TableEntity("p", "r"));

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => _table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(409, refusal.Status);
        Assert.True(refusal.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task Merge_keeps_what_it_does_not_name_and_replace_removes_it()
    {
        await _table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });

        await _table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 2 });
        var merged = (await _table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await _table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, TableUpdateMode.Replace);
        var replaced = (await _table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((2, 1), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.Equal((3, null), (replaced.GetInt32("A"), replaced.GetInt32("B")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_of_an_older_version_is_refused(TableUpdateMode mode)
    {
        var first = (await _table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 })).Headers.ETag!.Value;
        var second = await _table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, first, mode);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => _table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, first, mode));

        Assert.Equal(412, refusal.Status);
        Assert.True(refusal.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied);
        var row = (await _table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(2, row.GetInt32("A"));
        Assert.Equal(second.Headers.ETag, row.ETag);
    }

    [Fact]
    public async Task An_update_of_a_row_that_is_not_there_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => _table.UpdateEntityAsync(new TableEntity("p", "none"), ETag.All));

        Assert.Equal(404, refusal.Status);
        Assert.True(refusal.ErrorCode == TableErrorCode.ResourceNotFound);
    }

    [Fact]
    public async Task A_delete_of_an_older_version_is_refused_and_one_of_nothing_answers_404()
    {
        var first = (await _table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        await _table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, first);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => _table.DeleteEntityAsync("p", "r", first));
        var deleted = await _table.DeleteEntityAsync("p", "r");
        var again = await _table.DeleteEntityAsync("p", "r");

        Assert.Equal((412, 204, 404), (refusal.Status, deleted.Status, again.Status));
    }
}
