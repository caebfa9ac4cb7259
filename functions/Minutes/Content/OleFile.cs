using System.Buffers.Binary;
using System.Text;

namespace ServerlessParty.Minutes.Content;

/// <summary>
/// Old Office files, encrypted new ones and installers share one container. None of them is taken; which it is says what to
/// advise. Only the directory of the container is read.
/// </summary>
internal static class OleFile
{
    private const int EntrySize = 128;

    /// <summary>More names than any Office file has; what lies behind is not looked at.</summary>
    private const int MaxSectors = 256;

    private const uint EndOfChain = 0xFFFFFFFA;

    private const uint InHeader = 109;

    /// <summary>Class ids of a Windows installer package, a patch and a transform: the first two bytes differ.</summary>
    private static readonly byte[] InstallerClass = [0x0C, 0x00, 0x00, 0x00, 0x00, 0x00, 0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46];

    /// <returns>One of <see cref="MinutesRefusals"/>.</returns>
    public static string RefusalOf(Stream file)
    {
        var entries = Directory(file).ToList();
        if (entries.Count == 0)
        {
            return MinutesRefusals.Broken;
        }

        var names = entries.Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains("EncryptedPackage") || names.Contains("EncryptionInfo") ? MinutesRefusals.Encrypted
            : entries.Any(entry => entry.IsInstaller) || names.Contains("\u0001Ole10Native") ? MinutesRefusals.Executable
            : names.Contains("WordDocument") ? MinutesRefusals.OldWord
            : MinutesRefusals.Type;
    }

    private static IEnumerable<(string Name, bool IsInstaller)> Directory(Stream file)
    {
        var header = new byte[512];
        file.ReadExactly(header);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12))
        {
            yield break;
        }

        var sector = new byte[1 << shift];
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var read = 0; read < MaxSectors && TryRead(file, next, sector); read++)
        {
            for (var at = 0; at < sector.Length; at += EntrySize)
            {
                if (Entry(sector.AsSpan(at, EntrySize)) is { } entry)
                {
                    yield return entry;
                }
            }

            next = NextOf(file, header, next, sector.Length);
        }
    }

    private static (string Name, bool IsInstaller)? Entry(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        return entry[66] is not (1 or 2 or 5) || length is < 2 or > 64
            ? null
            : (Encoding.Unicode.GetString(entry[..(length - 2)]),
                entry[66] == 5 && entry[82..96].SequenceEqual(InstallerClass) && entry[81] == 0x10);
    }

    /// <summary>The allocation table says which sector follows.</summary>
    private static uint NextOf(Stream file, byte[] header, uint sector, int sectorSize)
    {
        var perSector = (uint)sectorSize / 4;
        var table = new byte[sectorSize];
        return TryRead(file, TableSector(file, header, sector / perSector, table), table)
            ? BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan((int)(sector % perSector) * 4))
            : uint.MaxValue;
    }

    /// <summary>Where the table itself lies: the header says it of its first 109 sectors, a list of sectors of the rest.</summary>
    private static uint TableSector(Stream file, byte[] header, uint index, byte[] buffer)
    {
        if (index < InHeader)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + ((int)index * 4)));
        }

        var perSector = ((uint)buffer.Length / 4) - 1;
        var list = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(68));
        for (var ahead = (index - InHeader) / perSector; TryRead(file, list, buffer); ahead--)
        {
            if (ahead == 0)
            {
                return BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan((int)((index - InHeader) % perSector) * 4));
            }

            list = BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan((int)perSector * 4));
        }

        return uint.MaxValue;
    }

    private static bool TryRead(Stream file, uint sector, byte[] into)
    {
        file.Position = (sector + 1L) * into.Length;
        return sector < EndOfChain && file.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == into.Length;
    }
}
