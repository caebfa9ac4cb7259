using System.Buffers.Binary;
using System.Text;

namespace ServerlessParty.Tests.Minutes.Content.Making;

/// <summary>The container of old Office files: a header, one table of sectors, and a directory with these names.</summary>
internal static class OleMaker
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;

    public static byte[] WordDocument() => With("Data", "1Table", "\u0005SummaryInformation", "WordDocument");

    /// <summary>Four names fill a sector; the directory goes on in the next.</summary>
    public static byte[] With(params string[] names) => File(installer: false, names);

    public static byte[] Installer() => File(installer: true, ["\u4840\u3F3F"]);

    private static byte[] File(bool installer, string[] names)
    {
        var sectors = (names.Length / 4) + 1;
        var file = new byte[Sector * (2 + sectors + 4)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(44), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(68), End);
        file.AsSpan(76, 436).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(76), 0);
        for (var i = 0; i < sectors; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Sector + ((i + 1) * 4)), i == sectors - 1 ? End : (uint)(i + 2));
        }

        Entry(file.AsSpan(2 * Sector), "Root Entry", kind: 5);
        if (installer)
        {
            new byte[] { 0x84, 0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46 }.CopyTo(file, (2 * Sector) + 80);
        }

        for (var i = 0; i < names.Length; i++)
        {
            Entry(file.AsSpan((2 * Sector) + ((i + 1) * 128)), names[i], kind: 2);
        }

        return file;
    }

    private static void Entry(Span<byte> entry, string name, byte kind)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = kind;
    }
}
