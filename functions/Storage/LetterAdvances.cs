using ServerlessParty.Mail;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Moves letters of one partition on, each only from the version its writer knew.</summary>
internal static class LetterAdvances
{
    public static async Task<IReadOnlyList<Letter>> WriteAsync(
        TableClient table, IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
    {
        var responses = await ConditionalWrites.SubmitAsync(table, [.. letters.Select(Action)], cancellationToken);
        if (responses is not null)
        {
            return [.. letters.Zip(responses, (l, r) => l with { Version = r.Headers.ETag?.ToString() ?? "" })];
        }

        // Somebody else moved one of them: halves find it, and the rest still goes in few requests.
        return letters.Count == 1
            ? []
            : [.. await WriteAsync(table, [.. letters.Take(letters.Count / 2)], cancellationToken),
               .. await WriteAsync(table, [.. letters.Skip(letters.Count / 2)], cancellationToken)];
    }

    private static TableTransactionAction Action(Letter letter)
    {
        var row = LetterRow.Of(letter, "");
        row.Remove("Plans");
        row["NotBefore"] = letter.NotBefore ?? DateTimeOffset.UnixEpoch;
        row["Problem"] = letter.Problem ?? "";
        return new(TableTransactionActionType.UpdateMerge, row, new Azure.ETag(letter.Version));
    }
}
