using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ServerlessParty.Mail.SendGrid;

/// <summary>
/// Says the text of letters in JSON. HTML is full of quotes, and after the first of them the writer's own way goes character by
/// character; here what stands between two of them is taken as a whole.
/// </summary>
internal static class JsonText
{
    /// <summary>What one UTF-16 unit takes at most: <c>\u001F</c>.</summary>
    private const int MostBytes = 6;

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);

    public static void WriteText(this Utf8JsonWriter json, string property, string text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((text.Length * MostBytes) + 2);
        json.WritePropertyName(property);
        json.WriteRawValue(buffer.AsSpan(0, Quote(text, buffer)), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <returns>How many bytes it took, the quotes around it counted along.</returns>
    private static int Quote(ReadOnlySpan<char> text, Span<byte> json)
    {
        json[0] = (byte)'"';
        var length = 1;
        for (int run; (run = text.IndexOfAny(Escaped)) >= 0; text = text[(run + 1)..])
        {
            length += Encoding.UTF8.GetBytes(text[..run], json[length..]);
            length += Encoding.UTF8.GetBytes(Escape(text[run]), json[length..]);
        }

        length += Encoding.UTF8.GetBytes(text, json[length..]);
        json[length] = (byte)'"';
        return length + 1;
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        _ => $"\\u{(int)c:x4}",
    };
}
