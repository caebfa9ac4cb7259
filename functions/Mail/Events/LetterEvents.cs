using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Mail.Events;

/// <summary>What an event makes of its letter. A letter only advances, so that events may come in any order, and again.</summary>
public static class LetterEvents
{
    /// <summary>
    /// The letter after the event; the same one when it changes nothing: it came before, it tells what is known, or it is of
    /// an earlier attempt, which says nothing of this one (I4). What a carrier took did leave, whatever we thought of it; only a
    /// cancelled letter stays so, since its reminders are in another.
    /// </summary>
    public static Letter After(this Letter letter, MailEvent happened, DateTimeOffset now)
    {
        var mark = Mark(happened.Id);
        if (happened.Attempt != letter.Attempts || letter.Seen?.Contains(mark) == true)
        {
            return letter;
        }

        var state = StateOf(happened.Kind);
        var advances = Rank(state) > Rank(letter.State);
        return advances || (state == letter.State && Says(happened) is not null)
            ? (letter with
            {
                State = state,
                Problem = Says(happened),
                ProviderId = letter.ProviderId ?? (happened.MessageId.Length > 0 ? happened.MessageId : null),
                NotBefore = null,
                ChangedAt = advances ? now : letter.ChangedAt,
                Seen = [.. (letter.Seen ?? []).TakeLast(Letter.MaxSeen - 1), mark],
            }).Noted(TimeOf(happened, now))
            : letter;
    }

    /// <summary>An event from the future is of a carrier whose clock is wrong.</summary>
    private static DateTimeOffset TimeOf(MailEvent happened, DateTimeOffset now) =>
        happened.At > 0 && happened.At < now.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(happened.At) : now;

    /// <summary>Whether it is known that the letter left.</summary>
    public static bool HasLeft(this LetterState state) => Rank(state) is > 0 and < CancelledRank;

    /// <summary>Whether it is known that the letter left and did not reach its reader.</summary>
    public static bool CameBack(this LetterState state) => state is LetterState.Bounced or LetterState.Dropped;

    private const int CancelledRank = 4;

    private static int Rank(LetterState state) => state switch
    {
        LetterState.HandedOver => 1,
        LetterState.Delivered => 2,
        // A server may take a letter and send it back later.
        LetterState.Bounced or LetterState.Dropped => 3,
        LetterState.Cancelled => CancelledRank,
        _ => 0,
    };

    private static LetterState StateOf(MailEventKind kind) => kind switch
    {
        MailEventKind.Processed or MailEventKind.Deferred => LetterState.HandedOver,
        MailEventKind.Bounced or MailEventKind.Blocked => LetterState.Bounced,
        MailEventKind.Dropped => LetterState.Dropped,
        // Who complains of a letter has it.
        _ => LetterState.Delivered,
    };

    /// <summary>The problem in words, the kind first: a bounced address is to be corrected, a blocked letter is not the address's fault.</summary>
    private static string? Says(MailEvent happened) => happened.Kind switch
    {
        MailEventKind.Processed or MailEventKind.Delivered => null,
        _ when happened.Reason.Length == 0 => happened.Kind.ToString(),
        _ => $"{happened.Kind}: {happened.Reason}",
    };

    private static string Mark(string id) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 6));
}
