using System.Net;

namespace ServerlessParty.Tests.Storage.Tables;

/// <summary>What the emulator does not do: empty pages in the middle, tokens with one half, doubles without a type.</summary>
public sealed class QueryPagesTests
{
    [Fact]
    public async Task An_empty_page_with_a_continuation_is_not_the_end()
    {
        var network = new AnsweringHandler((_, count) => count switch
        {
            1 => Page("", "1!8!YQ==", "1!4!Yg=="),
            2 => Page("", "next &+%", null),
            _ => Page("""{"PartitionKey":"p","RowKey":"r"}""", null, null),
        });

        var keys = await network.Table().QueryAsync<TableEntity>("A eq 'x & y+z%'", 10, ["RowKey", "A"]).KeysAsync();

        Assert.Equal(["r"], keys);
        const string Query = "?$filter=A%20eq%20%27x%20%26%20y%2Bz%25%27&$select=RowKey%2CA&$top=10";
        Assert.Equal(
            [Query, Query + "&NextPartitionKey=1%218%21YQ%3D%3D&NextRowKey=1%214%21Yg%3D%3D", Query + "&NextPartitionKey=next%20%26%2B%25"],
            network.Requests.Select(request => request.RequestUri!.Query));
    }

    [Fact]
    public async Task A_token_outlives_its_query()
    {
        var network = new AnsweringHandler((_, _) => Page("", "a b", "c d"));
        var table = network.Table();

        await using var pages = table.QueryAsync<TableEntity>().AsPages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        await using var resumed = table.QueryAsync<TableEntity>().AsPages(pages.Current.ContinuationToken).GetAsyncEnumerator();
        await resumed.MoveNextAsync();

        Assert.Equal("?NextPartitionKey=a%20b&NextRowKey=c%20d", network.Requests.Last().RequestUri!.Query);
    }

    [Fact]
    public void A_token_of_another_origin_is_refused() => Assert.Throws<FormatException>(
        () => new AnsweringHandler((_, _) => Page("", null, null)).Table().QueryAsync<TableEntity>().AsPages("token"));

    [Fact]
    public async Task Types_are_understood_with_and_without_annotations()
    {
        const string Row = """
            {"odata.etag":"W/\"x\"","PartitionKey":"p","RowKey":"r","Timestamp":"2026-01-02T03:04:05.1234567Z","Int":7,
             "Double":2.0,"Exponent":1e3,"Nan":"NaN","Nan@odata.type":"Edm.Double","Long@odata.type":"Edm.Int64","Long":"8",
             "Wide":3000000000,"At@odata.type":"Edm.DateTime","At":"2026-01-02T03:04:05Z","LooksLikeOne":"2026-01-02T03:04:05Z",
             "Nothing":null,"op":"hidden"}
            """;
        var network = new AnsweringHandler((_, _) => Page(Row, null, null));

        var row = await network.Table().QueryAsync<TableEntity>().SingleRowAsync();

        Assert.Equal("W/\"x\"", row.ETag.ToString());
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1234567), row.Timestamp);
        Assert.Equal((7, 8L, 3_000_000_000L), (row.GetInt32("Int"), row.GetInt64("Long"), row.GetInt64("Wide")));
        Assert.Equal((2.0, 1000.0, double.NaN), (row.GetDouble("Double"), row.GetDouble("Exponent"), row.GetDouble("Nan")));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), row.GetDateTimeOffset("At"));
        Assert.Equal("2026-01-02T03:04:05Z", row.GetString("LooksLikeOne"));
        Assert.False(row.ContainsKey("Nothing"));
        Assert.False(row.ContainsKey("op"));
    }

    private static HttpResponseMessage Page(string rows, string? nextPartition, string? nextRow)
    {
        var response = AnsweringHandler.Response(HttpStatusCode.OK, $$"""{"value":[{{rows}}]}""");
        Add("x-ms-continuation-NextPartitionKey", nextPartition);
        Add("x-ms-continuation-NextRowKey", nextRow);
        return response;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
