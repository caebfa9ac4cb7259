using Azure;

namespace ServerlessParty.Tests.Storage.Tables;

public sealed class TableQueriesContractTests : IAsyncLifetime
{
    private static readonly Guid Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static readonly DateTimeOffset Day = new(2026, 3, 3, 17, 0, 0, TimeSpan.FromHours(7));

    private TableClient _table = null!;

    public async Task InitializeAsync()
    {
        _table = await FreshTable.CreateAsync();
        await _table.SubmitTransactionAsync(Enumerable.Range(0, 10).Select(i => new TableTransactionAction(
            TableTransactionActionType.Add,
            new TableEntity("p", $"{i:D2}")
            {
                ["Int"] = i,
                ["Long"] = 10_000_000_000L + i,
                ["Half"] = i / 2.0,
                ["Even"] = i % 2 == 0,
                ["At"] = Day.AddDays(i),
                ["Name"] = $"it's {i}",
                ["Id"] = i == 4 ? Id : Guid.Empty,
            })));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string, string[]> Filters => new()
    {
        { TableClient.CreateQueryFilter($"RowKey ge {"03"} and RowKey lt {"05"}"), ["03", "04"] },
        { TableClient.CreateQueryFilter($"Name eq {"it's 7"}"), ["07"] },
        { TableClient.CreateQueryFilter($"Int gt {8}"), ["09"] },
        { TableClient.CreateQueryFilter($"Long le {10_000_000_001L}"), ["00", "01"] },
        { TableClient.CreateQueryFilter($"Half eq {2.0}"), ["04"] },
        { TableClient.CreateQueryFilter($"Half eq {0.5}"), ["01"] },
        { TableClient.CreateQueryFilter($"Even eq {true} and Int ge {6}"), ["06", "08"] },
        { TableClient.CreateQueryFilter($"At lt {Day.AddDays(1)}"), ["00"] },
        { TableClient.CreateQueryFilter($"Id eq {Id}"), ["04"] },
        { TableClient.CreateQueryFilter($"Name eq {"' or Name ne '"}"), [] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_finds_the_rows_it_describes_in_order(string filter, string[] keys) =>
        Assert.Equal(keys, await _table.QueryAsync<TableEntity>(filter).KeysAsync());

    [Fact]
    public async Task A_selection_returns_nothing_else()
    {
        var row = await _table.QueryAsync<TableEntity>("RowKey eq '05'", select: ["Int"]).SingleRowAsync();
        var one = (await _table.GetEntityAsync<TableEntity>("p", "05", ["Int", "Name"])).Value;

        Assert.Equal(5, row.GetInt32("Int"));
        Assert.False(row.ContainsKey("Name"));
        Assert.Equal("it's 5", one.GetString("Name"));
        Assert.False(one.ContainsKey("Long"));
    }

    [Fact]
    public async Task Pages_have_the_asked_size_and_lead_on()
    {
        var sizes = new List<int>();
        await foreach (var page in _table.QueryAsync<TableEntity>("PartitionKey eq 'p'", maxPerPage: 4).AsPages())
        {
            sizes.Add(page.Values.Count);
        }

        Assert.Equal([4, 4, 2], sizes);
    }

    [Fact]
    public async Task A_query_goes_on_where_a_token_of_an_earlier_one_says()
    {
        var first = await FirstPageAsync(_table.QueryAsync<TableEntity>("PartitionKey eq 'p'").AsPages(null, 3));
        var second = await FirstPageAsync(_table.QueryAsync<TableEntity>("PartitionKey eq 'p'").AsPages(first.ContinuationToken, 3));

        Assert.Equal(["03", "04", "05"], second.Values.Select(row => row.RowKey));
    }

    [Fact]
    public async Task More_rows_than_one_page_holds_all_come()
    {
        for (var chunk = 0; chunk < 11; chunk++)
        {
            await _table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(i => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("many", $"{chunk:D2}-{i:D2}"))));
        }

        var keys = await _table.QueryAsync<TableEntity>("PartitionKey eq 'many'").KeysAsync();

        Assert.Equal((1100, 1100), (keys.Count, keys.Distinct().Count()));
    }

    [Fact]
    public async Task A_filter_the_service_does_not_understand_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => _table.QueryAsync<TableEntity>("startswith(RowKey, '0')").KeysAsync());

        Assert.Equal(400, refusal.Status);
    }

    private static async Task<Page<TableEntity>> FirstPageAsync(IAsyncEnumerable<Page<TableEntity>> pages)
    {
        await using var pager = pages.GetAsyncEnumerator();
        Assert.True(await pager.MoveNextAsync());
        return pager.Current;
    }
}
