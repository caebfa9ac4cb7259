using System.Buffers;
using System.Globalization;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>Reads the strings and names of a PDF, with their escapes.</summary>
internal static class PdfStrings
{
    /// <summary>A string in brackets; brackets inside count, unless escaped. Ends with the bytes when it is not closed.</summary>
    /// <param name="at">Behind the opening bracket.</param>
    /// <param name="end">Behind the closing one.</param>
    public static byte[] Literal(ReadOnlySpan<byte> bytes, int at, out int end)
    {
        var text = new ArrayBufferWriter<byte>();
        for (var open = 1; at < bytes.Length; at++)
        {
            var b = bytes[at];
            open += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (open == 0)
            {
                break;
            }

            if (b == '\\')
            {
                at = Escape(bytes, at + 1, text);
            }
            else
            {
                text.Write([b]);
            }
        }

        end = Math.Min(at + 1, bytes.Length);
        return text.WrittenSpan.ToArray();
    }

    /// <summary>Pairs of hex digits between angle brackets; a last odd one counts as if zero followed.</summary>
    /// <param name="at">Behind the opening bracket.</param>
    /// <param name="end">Behind the closing one.</param>
    public static byte[] Hex(ReadOnlySpan<byte> bytes, int at, out int end)
    {
        var rest = bytes[at..];
        var close = rest.IndexOf((byte)'>');
        var digits = close < 0 ? rest : rest[..close];
        end = at + digits.Length + (close < 0 ? 0 : 1);
        var text = new ArrayBufferWriter<byte>(Math.Max(1, digits.Length / 2));
        var high = -1;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                continue;
            }

            var value = Value(digit);
            text.Write(high < 0 ? [] : [(byte)((high << 4) | value)]);
            high = high < 0 ? value : -1;
        }

        text.Write(high < 0 ? [] : [(byte)(high << 4)]);
        return text.WrittenSpan.ToArray();
    }

    /// <summary>A name may write any of its letters as a code: <c>/J#61vaScript</c>.</summary>
    public static string Name(ReadOnlySpan<byte> written)
    {
        var name = new ArrayBufferWriter<byte>(Math.Max(1, written.Length));
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '#' && i + 2 < written.Length
                && byte.TryParse(written.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                name.Write([code]);
                i += 2;
            }
            else
            {
                name.Write([written[i]]);
            }
        }

        return System.Text.Encoding.UTF8.GetString(name.WrittenSpan);
    }

    /// <summary>Writes what the escape at <paramref name="at"/> stands for and returns where it ends.</summary>
    private static int Escape(ReadOnlySpan<byte> bytes, int at, ArrayBufferWriter<byte> text)
    {
        var b = at < bytes.Length ? bytes[at] : (byte)'\n';
        switch (b)
        {
            case >= (byte)'0' and <= (byte)'7':
                return Octal(bytes, at, text);
            case (byte)'\r':
                return at + 1 < bytes.Length && bytes[at + 1] == '\n' ? at + 1 : at;
            case (byte)'\n':
                return at;
            default:
                text.Write([b switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', _ => b }]);
                return at;
        }
    }

    private static int Octal(ReadOnlySpan<byte> bytes, int at, ArrayBufferWriter<byte> text)
    {
        var value = 0;
        var end = at;
        for (; end < bytes.Length && end < at + 3 && bytes[end] is >= (byte)'0' and <= (byte)'7'; end++)
        {
            value = (value * 8) + bytes[end] - '0';
        }

        text.Write([(byte)(value & 0xFF)]);
        return end - 1;
    }

    private static int Value(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
