using ServerlessParty.Mail;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>A letter to write, or to add to.</summary>
/// <param name="Stored">The letter's row as it is stored; null for a new one.</param>
/// <param name="Plan">The word under which this planning's items lie.</param>
internal sealed record LetterDraft(Letter Letter, IReadOnlyList<string> Items, TableEntity? Stored, string Plan)
{
    public string To => Letter.To;

    public IEnumerable<TableTransactionAction> ItemActions() => Items.Select((item, number) =>
        new TableTransactionAction(TableTransactionActionType.Add, LetterRow.Item(Letter.Id, Plan, number, item)));

    public TableTransactionAction LetterAction()
    {
        if (Stored is null)
        {
            return new(TableTransactionActionType.Add, LetterRow.Of(Letter, Plan));
        }

        var plans = $"{Stored.GetString("Plans")},{Plan}";
        return new(TableTransactionActionType.UpdateReplace, LetterRow.Of(Letter, plans), Stored.ETag);
    }
}

/// <summary>Packs letters with their items into transactions.</summary>
internal static class LetterPacks
{
    public static IEnumerable<IReadOnlyList<LetterDraft>> Of(IEnumerable<LetterDraft> drafts)
    {
        var pack = new List<LetterDraft>();
        var size = 0;
        foreach (var draft in drafts)
        {
            var rows = draft.Items.Count + 1;
            if (size + rows > Batches.Size && pack.Count > 0)
            {
                yield return pack;
                (pack, size) = ([], 0);
            }

            pack.Add(draft);
            size += rows;
        }

        if (pack.Count > 0)
        {
            yield return pack;
        }
    }
}
