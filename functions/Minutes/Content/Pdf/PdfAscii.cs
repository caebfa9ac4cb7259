using System.Buffers;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>The two ways in which a PDF writes bytes as letters.</summary>
internal static class PdfAscii
{
    /// <summary>Pairs of hex digits up to a closing bracket.</summary>
    public static byte[] Hex(byte[] text) => PdfStrings.Hex(text, at: 0, out _);

    /// <summary>Five letters for four bytes, <c>z</c> for four zero bytes, up to <c>~</c>.</summary>
    public static byte[] Base85(byte[] text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length);
        var (value, letters) = (0UL, 0);
        foreach (var letter in text)
        {
            if (letter == '~')
            {
                break;
            }

            if (letter == 'z' && letters == 0)
            {
                bytes.Write((ReadOnlySpan<byte>)[0, 0, 0, 0]);
            }
            else if (letter is >= (byte)'!' and <= (byte)'u')
            {
                value = (value * 85) + letter - '!';
                if (++letters == 5)
                {
                    Write(bytes, value, 4);
                    (value, letters) = (0, 0);
                }
            }
        }

        WriteRest(bytes, value, letters);
        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteRest(ArrayBufferWriter<byte> bytes, ulong value, int letters)
    {
        if (letters < 2)
        {
            return;
        }

        for (var i = letters; i < 5; i++)
        {
            value = (value * 85) + 84;
        }

        Write(bytes, value, letters - 1);
    }

    private static void Write(ArrayBufferWriter<byte> bytes, ulong value, int count)
    {
        for (var i = 0; i < count; i++)
        {
            bytes.Write([(byte)((value >> (24 - (8 * i))) & 0xFF)]);
        }
    }
}
