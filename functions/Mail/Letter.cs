using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ServerlessParty.Mail;

/// <summary>Names a letter: the partition it lies in, its class, whom it goes to, and which of that day it is.</summary>
/// <param name="Day">The civil day the letter belongs to.</param>
/// <param name="Class">One of <see cref="LetterClass"/>.</param>
/// <param name="Address">A keyed hash of the address: the address itself is never part of a key.</param>
/// <param name="Sequence">1, 2 …: a letter that left is closed, what arises later goes into the next. For event letters, the event's id.</param>
public sealed record LetterId(int Bucket, DateOnly Day, string Class, string Address, string Sequence)
{
    /// <summary>As carried by providers and URLs: <c>{bucket}-{yyyyMMdd}-{class}-{address}-{sequence}</c>.</summary>
    public override string ToString() => $"{Bucket}-{Day:yyyyMMdd}-{Class}-{Address}-{Sequence}";

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LetterId? id)
    {
        var parts = (text ?? "").Split('-', 5);
        id = parts.Length == 5
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var bucket)
            && DateOnly.TryParseExact(parts[1], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Array.TrueForAll(parts[2..], p => p.Length is > 0 and <= 80 && p.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
                ? new(bucket, day, parts[2], parts[3], parts[4])
                : null;
        return id is not null;
    }
}

/// <summary>The classes of letters.</summary>
public static class LetterClass
{
    public const string Reminder = "reminder";
    public const string Access = "access";

    /// <summary>What came in, and what became of it.</summary>
    public const string Receipt = "receipt";

    /// <summary>A paper was given back with a comment.</summary>
    public const string Return = "return";

    /// <summary>Letters no longer reach somebody: who is it now?</summary>
    public const string Correction = "correction";

    public static IReadOnlyList<string> All { get; } = [Reminder, Access, Receipt, Return, Correction];
}

/// <summary>How far a letter is; it only advances.</summary>
public enum LetterState
{
    Planned,
    Sending,
    HandedOver,
    Delivered,
    Bounced,
    Dropped,
    Failed,
    Uncertain,
    Cancelled,
}

/// <summary>One mail to one address.</summary>
/// <param name="To">The address, lower case.</param>
/// <param name="Count">How many items the letter holds; an item row beyond it is not part of the letter.</param>
/// <param name="Attempts">How often a provider call was begun.</param>
/// <param name="NotBefore">A planned letter waits until then.</param>
/// <param name="ChangedAt">When the state last changed (UTC).</param>
/// <param name="ProviderId">The provider's id once handed over.</param>
/// <param name="Dropped">Items that a check right before sending took out: no part of the letter any more. Few; see <see cref="MaxDropped"/>.</param>
/// <param name="Seen">Marks of the latest delivery events that changed the letter; see <see cref="MaxSeen"/>.</param>
/// <param name="History">What happened to the letter, oldest first; see <see cref="LetterHistory"/>.</param>
/// <param name="Version">What a conditional write compares; opaque, empty for a letter not yet stored.</param>
public sealed record Letter(
    LetterId Id,
    string To,
    LetterState State,
    int Count,
    int Attempts,
    DateTimeOffset? NotBefore,
    DateTimeOffset ChangedAt,
    string? Subject = null,
    string? ProviderId = null,
    string? Problem = null,
    string Version = "",
    IReadOnlyCollection<string>? Dropped = null,
    IReadOnlyList<string>? Seen = null,
    IReadOnlyList<LetterMoment>? History = null)
{
    /// <summary>The most items that can be taken out of one letter; one that would lose more is cancelled instead.</summary>
    public const int MaxDropped = 150;

    /// <summary>The most events remembered of one letter; older ones are recognized by the state alone.</summary>
    public const int MaxSeen = 20;
}

/// <summary>A letter and what it holds: opaque references that the capability that planned it understands.</summary>
public sealed record LetterWithItems(Letter Letter, IReadOnlyList<string> Items);
