using System.Text;
using System.Text.RegularExpressions;

namespace ServerlessParty.Tests.Mail;

/// <summary>Reads a mail by RFC 5322, 2045 and 2047, knowing nothing of how ours are written.</summary>
internal sealed partial class MimeReader
{
    private readonly Dictionary<string, string> _headers;
    private readonly Dictionary<string, string> _parts = [];

    private MimeReader(string text)
    {
        (_headers, var body) = Split(text);
        var boundary = BoundaryPattern().Match(_headers["Content-Type"]).Groups[1].Value;
        foreach (var part in body.Split("--" + boundary)[1..^1])
        {
            var (headers, content) = Split(part[2..]);
            Assert.Equal("base64", headers["Content-Transfer-Encoding"]);
            Assert.Contains("charset=utf-8", headers["Content-Type"], StringComparison.Ordinal);
            _parts[headers["Content-Type"].Split(';')[0]] = Encoding.UTF8.GetString(Convert.FromBase64String(content));
        }
    }

    public static MimeReader Read(byte[] bytes) => new(Encoding.ASCII.GetString(bytes));

    public string? Header(string name) => _headers.GetValueOrDefault(name) is { } value
        ? WordPattern().Replace(BetweenWords().Replace(value, "$1"), Decode) : null;

    public string Part(string type) => _parts[type];

    private static string Decode(Match word)
    {
        Assert.InRange(word.Length, 1, 75);
        var text = word.Groups[2].Value;
        return Encoding.UTF8.GetString(word.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(text) : Quoted(text));
    }

    private static byte[] Quoted(string text) => Encoding.Latin1.GetBytes(HexPattern().Replace(
        text.Replace('_', ' '), hex => ((char)Convert.ToByte(hex.Groups[1].Value, 16)).ToString()));

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = text[..end].Replace("\r\n ", " ", StringComparison.Ordinal)
            .Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n")
            .Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        return (headers, text[(end + 4)..]);
    }

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex BoundaryPattern();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex WordPattern();

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex HexPattern();

    [GeneratedRegex(@"(\?=) +(?==\?)")]
    private static partial Regex BetweenWords();
}
