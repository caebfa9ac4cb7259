using Azure;

namespace ServerlessParty.Storage.Tables;

/// <summary>The actions of one transaction, checked against the service's rules for entity group transactions.</summary>
internal sealed record Batch(string PartitionKey, IReadOnlyList<TableTransactionAction> Actions, OperationId Operation)
{
    public const int MaxActions = 100;

    /// <summary>Of the request's body.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <exception cref="ArgumentException">
    /// There are none or more than 100 actions, of more than one partition, or a row is named twice.
    /// </exception>
    public static Batch Of(IEnumerable<TableTransactionAction> transactionActions)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions.Take(MaxActions + 1).ToList();
        Require(actions.Count is > 0 and <= MaxActions, $"A transaction has 1 to {MaxActions} actions.");
        var partition = RowKeys.Checked(actions[0].Entity.PartitionKey, nameof(ITableEntity.PartitionKey));
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            Require(action.Entity.PartitionKey == partition, "All rows of a transaction have one partition key.");
            Require(
                rows.Add(RowKeys.Checked(action.Entity.RowKey, nameof(ITableEntity.RowKey))),
                "A transaction names each row once.");
        }

        return new Batch(partition, actions, OperationId.New());
    }

    public static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }

    /// <summary>The condition of an action; null for none. A delete always has one: the default means any version.</summary>
    public static string? Condition(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete => (action.ETag == default ? ETag.All : action.ETag).ToString("H"),
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace when action.ETag != default =>
            action.ETag.ToString("H"),
        _ => null,
    };
}
