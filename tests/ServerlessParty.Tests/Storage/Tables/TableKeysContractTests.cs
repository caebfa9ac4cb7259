namespace ServerlessParty.Tests.Storage.Tables;

public sealed class TableKeysContractTests
{
    public static TheoryData<string> AwkwardKeys =>
    [
        "", " ", "a b", "it's", "''", "\"", "%", "%41", "100%25", "a+b", "a&b", "a=b", "a,b", "a;b", "a:b", "a|b", "(a)", "[a]", "{a}",
        "<a>", "~!@$^*_-.", "..", "a@b.vn", "Chi bộ Thôn Đoài", "Chi bộ Thôn Đoài".Normalize(System.Text.NormalizationForm.FormD),
        "😀", "\u200E\u202E", "\u00A0", "党", "$filter", "`", new string('ệ', 512),
    ];

    [Theory]
    [MemberData(nameof(AwkwardKeys))]
    public async Task Every_legal_key_is_written_read_queried_and_deleted_as_it_is(string key)
    {
        var table = await FreshTable.CreateAsync();

        await table.AddEntityAsync(new TableEntity(key, key) { ["A"] = 1 });
        var updated = await table.UpsertEntityAsync(new TableEntity(key, key) { ["A"] = 2 });
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpdateMerge, new TableEntity(key, key) { ["B"] = 3 }, updated.Headers.ETag!.Value)]);
        var read = (await table.GetEntityAsync<TableEntity>(key, key)).Value;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}");
        var queried = await table.QueryAsync<TableEntity>(filter).SingleRowAsync();
        var all = await table.QueryAsync<TableEntity>().SingleRowAsync();
        var deleted = await table.DeleteEntityAsync(key, key, queried.ETag);

        Assert.Equal([key, key, key, key, key, key], new[] { read, queried, all }.SelectMany(row => new[] { row.PartitionKey, row.RowKey }));
        Assert.Equal((2, 3), (read.GetInt32("A"), read.GetInt32("B")));
        Assert.Equal(204, deleted.Status);
    }

    [Fact]
    public async Task Composed_and_decomposed_letters_are_different_keys()
    {
        var table = await FreshTable.CreateAsync();
        var composed = "Đảng ủy".Normalize(System.Text.NormalizationForm.FormC);
        var decomposed = "Đảng ủy".Normalize(System.Text.NormalizationForm.FormD);

        await table.AddEntityAsync(new TableEntity("p", composed));
        await table.AddEntityAsync(new TableEntity("p", decomposed));

        Assert.Equal([decomposed, composed], await table.QueryAsync<TableEntity>().KeysAsync());
    }

    [Fact]
    public async Task Keys_tell_case_apart()
    {
        var table = await FreshTable.CreateAsync();
        await table.AddEntityAsync(new TableEntity("p", "a"));

        var upper = await table.GetEntityIfExistsAsync<TableEntity>("p", "A");

        Assert.False(upper.HasValue);
        Assert.Equal(404, upper.GetRawResponse().Status);
    }
}
