using System.Runtime.CompilerServices;
using ServerlessParty.Mail;

namespace ServerlessParty.Reminders;

/// <summary>Reminder letters among all letters.</summary>
internal static class ReminderLetters
{
    public static async IAsyncEnumerable<LetterWithItems> RemindersOfDayAsync(
        this ILetters letters, DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var letter in letters.OfDayAsync(day, cancellationToken))
        {
            if (letter.Letter.Id.Class == LetterClass.Reminder)
            {
                yield return letter;
            }
        }
    }

    /// <summary>The reminders a letter holds; what this code did not write is left out.</summary>
    public static IEnumerable<ReminderKey> Keys(this LetterWithItems letter)
    {
        foreach (var item in letter.Items)
        {
            if (ReminderItem.TryDecode(item, out var key))
            {
                yield return key;
            }
        }
    }

    /// <summary>Where the lines of a letter end when its attempt is over; null while it is not.</summary>
    public static ReminderState? LineState(this LetterState state) => state switch
    {
        LetterState.Planned or LetterState.Sending or LetterState.Cancelled => null,
        LetterState.Failed or LetterState.Uncertain or LetterState.Bounced or LetterState.Dropped => ReminderState.Listed,
        _ => ReminderState.Sent,
    };
}
