using ServerlessParty.Mail;

namespace ServerlessParty.Reminders;

/// <summary>What became of a reminder in the letters that hold it.</summary>
public enum LineFate
{
    /// <summary>No letter holds it, or only ones that were cancelled or came back.</summary>
    None,

    /// <summary>A letter that may still leave holds it.</summary>
    Waiting,

    /// <summary>A letter that holds it did not arrive, or nobody knows.</summary>
    Undelivered,

    /// <summary>A letter that holds it was handed over.</summary>
    Gone,
}

/// <summary>Answers for every reminder what its letters say; of several letters the farthest counts.</summary>
public sealed class LineFates
{
    private readonly Dictionary<string, LineFate> _fates = [];

    public void Add(LetterWithItems letter)
    {
        var fate = Of(letter.Letter.State);
        foreach (var item in letter.Items)
        {
            var known = _fates.GetValueOrDefault(item);
            _fates[item] = fate > known ? fate : known;
        }
    }

    public LineFate this[ReminderKey key] => _fates.GetValueOrDefault(ReminderItem.Encode(key));

    private static LineFate Of(LetterState state) => state switch
    {
        LetterState.Planned or LetterState.Sending => LineFate.Waiting,
        LetterState.Failed or LetterState.Uncertain => LineFate.Undelivered,
        LetterState.Cancelled or LetterState.Bounced or LetterState.Dropped => LineFate.None,
        _ => LineFate.Gone,
    };
}
