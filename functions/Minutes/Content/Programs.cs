using System.Buffers.Binary;

namespace ServerlessParty.Minutes.Content;

/// <summary>Knows programs, by their first bytes and by their names.</summary>
internal static class Programs
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".com", ".scr", ".pif", ".dll", ".cpl", ".msi", ".msp", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js",
        ".jse", ".wsf", ".wsh", ".hta", ".jar", ".lnk", ".reg", ".sh", ".apk", ".app", ".dmg", ".py", ".chm", ".iso",
    };

    /// <param name="head">The first bytes; 4,096 are enough.</param>
    public static bool Is(ReadOnlySpan<byte> head) =>
        IsWindows(head) || head.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F']) || IsApple(head)
        || head.StartsWith("dex\n"u8) || head.StartsWith("\0asm"u8) || IsShortcut(head) || IsScript(head);

    /// <summary>Whether the name of a file would let a computer run it.</summary>
    public static bool HasNameOfOne(string name) => Endings.Contains(Path.GetExtension(name.TrimEnd('.', ' ')));

    /// <summary>The two letters alone are too weak: the header they belong to must name its second part.</summary>
    private static bool IsWindows(ReadOnlySpan<byte> head)
    {
        if (head.Length < 64 || !head.StartsWith("MZ"u8))
        {
            return false;
        }

        var second = BinaryPrimitives.ReadUInt32LittleEndian(head[60..]);
        if ((long)second + 4 > head.Length)
        {
            return (long)second is >= 64 and < SpooledFile.MaxBytes;
        }

        var signature = head[(int)second..];
        return signature.StartsWith("PE\0\0"u8) || signature.StartsWith("NE"u8) || signature.StartsWith("LE"u8)
            || signature.StartsWith("LX"u8);
    }

    /// <summary>Mach-O of either word size and byte order, alone or several in one; the latter's mark is that of Java classes too.</summary>
    private static bool IsApple(ReadOnlySpan<byte> head) =>
        head.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(head)
            is 0xFEEDFACE or 0xFEEDFACF or 0xCEFAEDFE or 0xCFFAEDFE or 0xCAFEBABE or 0xCAFEBABF;

    private static bool IsShortcut(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00]);

    private static bool IsScript(ReadOnlySpan<byte> head)
    {
        var text = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        return text.StartsWith("#!"u8) || BeginsWith(text, "@echo ") || BeginsWith(text, "<?php") || BeginsWith(text, "<script")
            || BeginsWith(text, "<job") || BeginsWith(text, "<hta:");
    }

    private static bool BeginsWith(ReadOnlySpan<byte> head, string word)
    {
        var text = head.TrimStart(" \t\r\n"u8);
        return text.Length >= word.Length
            && System.Text.Encoding.Latin1.GetString(text[..word.Length]).Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
