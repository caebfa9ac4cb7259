using System.Net;

namespace ServerlessParty.Tests.Storage.Tables;

/// <summary>What the emulator would accept and the service would not is refused before anything is sent.</summary>
public sealed class TransactionLimitsTests : IDisposable
{
    private readonly AnsweringHandler _network = new((_, _) => AnsweringHandler.Response(HttpStatusCode.Accepted));

    public void Dispose() => _network.Dispose();

    [Fact]
    public Task No_action_at_all() => RefusesAsync("1 to 100", []);

    [Fact]
    public Task More_than_100_actions() => RefusesAsync("1 to 100", Enumerable.Range(0, 101).Select(i => Add("p", $"{i}")));

    [Fact]
    public Task Rows_of_two_partitions() => RefusesAsync("one partition key", [Add("p", "1"), Add("q", "2")]);

    [Fact]
    public Task The_same_row_twice() => RefusesAsync("each row once", [Add("p", "1"), Add("p", "1")]);

    [Fact]
    public Task More_than_4_MiB_in_all() =>
        RefusesAsync("4194304 bytes", Enumerable.Range(0, 5).Select(i => Add("p", $"{i}", textsOf32K: 15 * 2)));

    [Fact]
    public Task A_row_that_alone_would_be_refused() => RefusesAsync("half characters", [Add("p", "a/b")]);

    [Fact]
    public async Task Rows_that_differ_in_case_are_different_rows()
    {
        // The transport's empty answer is no answer to two actions.
        var refusal = await Assert.ThrowsAsync<Azure.RequestFailedException>(
            () => _network.Table().SubmitTransactionAsync([Add("p", "a"), Add("p", "A")]));

        Assert.Contains("0 of 2", refusal.Message, StringComparison.Ordinal);
        Assert.Single(_network.Requests);
    }

    private static TableTransactionAction Add(string partition, string row, int textsOf32K = 0)
    {
        var entity = new TableEntity(partition, row);
        for (var i = 0; i < textsOf32K; i++)
        {
            // Three bytes a letter on the wire, two in the service's reckoning of a row.
            entity[$"P{i}"] = new string('ệ', 16 * 1024);
        }

        return new(TableTransactionActionType.Add, entity);
    }

    private async Task RefusesAsync(string reason, IEnumerable<TableTransactionAction> actions)
    {
        var refusal = await Assert.ThrowsAnyAsync<ArgumentException>(() => _network.Table().SubmitTransactionAsync(actions));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_network.Requests);
    }
}
