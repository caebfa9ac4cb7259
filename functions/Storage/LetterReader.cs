using System.Runtime.CompilerServices;
using ServerlessParty.Mail;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Puts letters and their items together again from rows in key order.</summary>
internal static class LetterReader
{
    /// <summary>All letters of a day, bucket by bucket.</summary>
    public static async IAsyncEnumerable<LetterWithItems> OfDayAsync(
        Store store, DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await store.Letters;
        var buckets = await store.BucketsAsync(cancellationToken);
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.BucketDay(bucket, day)}");
            var rows = table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
            await foreach (var letter in ReadAsync(rows, cancellationToken))
            {
                yield return letter.Letter;
            }
        }
    }

    public static async IAsyncEnumerable<StoredLetter> ReadAsync(
        IAsyncEnumerable<TableEntity> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TableEntity? letter = null;
        var items = new List<TableEntity>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (LetterRow.IsItem(row))
            {
                items.Add(row);
                continue;
            }

            if (letter is not null)
            {
                yield return Together(letter, items);
            }

            (letter, items) = (row, []);
        }

        if (letter is not null)
        {
            yield return Together(letter, items);
        }
    }

    // Items without a letter row in front of them sort behind another letter: the key tells.
    private static StoredLetter Together(TableEntity letter, List<TableEntity> items)
    {
        var plans = LetterRow.Plans(letter);
        var read = LetterRow.Letter(letter);
        var own = items
            .Where(i => LetterRow.LetterKey(i) == letter.RowKey && plans.Contains(LetterRow.Plan(i)))
            .Select(i => i.GetString("Item")!)
            .Distinct()
            .Except(read.Dropped ?? []);
        return new(new LetterWithItems(read, [.. own]), letter.GetString("Plans") ?? "");
    }
}

/// <summary>A letter as read, and the plannings it holds.</summary>
internal sealed record StoredLetter(LetterWithItems Letter, string Plans);
