using System.Text;

namespace ServerlessParty.Mail;

/// <summary>Writes text into mail headers, which are ASCII (RFC 5322, RFC 2047).</summary>
internal static class MimeHeader
{
    /// <summary>The most UTF-8 bytes of one encoded word: its line, <c>Subject: </c> included, has at most 76 characters (RFC 2047 §2).</summary>
    private const int BytesPerWord = 39;

    /// <summary>Unstructured text, such as a subject: as it is when short plain ASCII, else as encoded words, one to a line.</summary>
    public static string Text(string text) =>
        text.Length <= BytesPerWord && text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal)
            ? text
            : string.Join("\r\n ", Words(text).Select(Encoded));

    /// <summary>An address, with a name in front if there is one.</summary>
    public static string Mailbox(string name, string address) =>
        name.Length == 0 ? address : $"{string.Join("\r\n ", Words(name).Select(Encoded))}\r\n <{address}>";

    /// <summary>Reads what <see cref="Text"/> and <see cref="Mailbox"/> write, unfolded.</summary>
    public static string Decode(string value) =>
        string.Join("", value.Split(' ').Select((word, i) => (Word: word, Encoded: IsEncoded(word), First: i == 0))
            .Aggregate(new List<string>(), Append));

    private static List<string> Append(List<string> read, (string Word, bool Encoded, bool First) next)
    {
        // The space between two encoded words belongs to neither.
        read.Add(next.Encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(next.Word[10..^2]))
            : next.First ? next.Word : " " + next.Word);
        return read;
    }

    private static bool IsEncoded(string word) =>
        word.StartsWith("=?utf-8?B?", StringComparison.Ordinal) && word.EndsWith("?=", StringComparison.Ordinal);

    private static string Encoded(string word) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word))}?=";

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // A line break would end the header and begin another.
            var safe = Rune.IsControl(rune) ? new Rune(' ') : rune;
            if (bytes + safe.Utf8SequenceLength > BytesPerWord)
            {
                yield return word.ToString();
                word.Clear();
                bytes = 0;
            }

            word.Append(safe.ToString());
            bytes += safe.Utf8SequenceLength;
        }

        yield return word.ToString();
    }
}
