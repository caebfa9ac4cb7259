using System.Buffers;
using System.Security.Cryptography;

namespace ServerlessParty.Minutes;

/// <summary>A file that a person handed in, kept on the local disk until it was checked and stored; gone when disposed.</summary>
public sealed class SpooledFile : IAsyncDisposable
{
    /// <summary>The largest file taken, in bytes.</summary>
    public const long MaxBytes = 30 * 1024 * 1024;

    private const int BufferSize = 128 * 1024;

    private readonly FileStream _file;

    private SpooledFile(FileStream file, string fileName, string sha256)
    {
        _file = file;
        FileName = fileName;
        Sha256 = sha256;
        Length = file.Length;
    }

    /// <summary>As <see cref="FileNames.Clean"/> made it.</summary>
    public string FileName { get; }

    /// <summary>In bytes; 0 for an empty file.</summary>
    public long Length { get; }

    /// <summary>Of the bytes as received, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>Copies <paramref name="source"/> to the disk, hashing it on the way; null when it holds more than <see cref="MaxBytes"/>.</summary>
    public static async Task<SpooledFile?> TryCreateAsync(
        Stream source, string? fileName, CancellationToken cancellationToken)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), "minutes-" + Path.GetRandomFileName()), Options());
        var spooled = false;
        try
        {
            if (await CopyAsync(source, file, cancellationToken) is not { } sha256)
            {
                return null;
            }

            spooled = true;
            return new(file, FileNames.Clean(fileName), sha256);
        }
        finally
        {
            if (!spooled)
            {
                await file.DisposeAsync();
            }
        }
    }

    /// <summary>The bytes from the beginning; one reader at a time. Not to be disposed: the file goes with this object.</summary>
    public Stream Rewind()
    {
        _file.Position = 0;
        return _file;
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static async Task<string?> CopyAsync(Stream source, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await source.ReadAtLeastAsync(buffer, BufferSize, throwOnEndOfStream: false, cancellationToken)) > 0)
            {
                if (file.Position + read > MaxBytes)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
