namespace ServerlessParty.Organizations;

/// <summary>Reads an import file of either type within its limits. What it is, its content says, not its name.</summary>
internal static class ImportFile
{
    /// <summary>The most bytes of a file.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The most lines of units in a file.</summary>
    public const int MaxRows = 50_000;

    /// <exception cref="ImportRefusedException">The file is too large, of another type, damaged, or lacks its header.</exception>
    public static async Task<ImportSheet> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var content = await ReadWithinLimitAsync(file, cancellationToken);
        ReadOnlySpan<byte> head = content.AsSpan();
        if (head.IsEmpty)
        {
            throw new ImportRefusedException(ImportRefusal.Of("import.empty"));
        }

        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return XlsxSheet.Read(content, cancellationToken);
        }

        return LooksForeign(head)
            ? throw new ImportRefusedException(ImportRefusal.Of("import.type"))
            : CsvSheet.Read(content, cancellationToken);
    }

    /// <summary>Old or encrypted Excel files, PDF, pictures, archives: to call them text in a wrong encoding would mislead.</summary>
    private static bool LooksForeign(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || head.StartsWith("%PDF"u8)
        || head.StartsWith("{\\rtf"u8) || head.StartsWith("Rar!"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]);

    private static async Task<byte[]> ReadWithinLimitAsync(Stream file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > MaxBytes)
            {
                throw new ImportRefusedException(ImportRefusal.Of("import.tooLarge", MaxBytes / (1024 * 1024)));
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
