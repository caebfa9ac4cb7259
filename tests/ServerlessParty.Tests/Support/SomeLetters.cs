using System.Globalization;
using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Support;

/// <summary>Letters ready to leave, each to somebody else and with words of its own.</summary>
internal static class SomeLetters
{
    public static OutgoingMail[] Of(int count) => [.. Enumerable.Range(0, count).Select(Number)];

    public static OutgoingMail Number(int number)
    {
        var name = number.ToString("D4", CultureInfo.InvariantCulture);
        return new(
            new LetterId(0, new DateOnly(2026, 11, 24), LetterClass.Reminder, $"ab{name}", "01"), 1,
            $"bithu{name}@example.org", $"Nhắc nộp {name}",
            $"Kính gửi đồng chí Bí thư chi bộ \"{name}\"\n", $"<p>Kính gửi đồng chí Bí thư chi bộ <b>{name}</b></p>");
    }
}
