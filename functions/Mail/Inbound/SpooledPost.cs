using System.Security.Cryptography;

namespace ServerlessParty.Mail.Inbound;

/// <summary>The body of one delivery on the local disk, byte for byte, with the content type that says how to read it; gone when disposed.</summary>
public sealed class SpooledPost : IAsyncDisposable
{
    /// <summary>The largest post taken, in bytes: a mail of 30 MB, which is the carrier's limit, and its form around it.</summary>
    public const long MaxBytes = 40_000_000;

    private const int BufferSize = 128 * 1024;
    private const int MaxContentType = 500;

    private readonly FileStream _file;
    private readonly List<FileStream> _scratch = [];

    private SpooledPost(FileStream file, string contentType) => (_file, ContentType) = (file, contentType);

    /// <summary>Printable ASCII; empty when there was none that could be kept.</summary>
    public string ContentType { get; }

    public static async Task<SpooledPost> CreateAsync(
        Stream source, string? contentType, CancellationToken cancellationToken)
    {
        var file = NewFile();
        try
        {
            await source.CopyToAsync(file, BufferSize, cancellationToken);
            await file.FlushAsync(cancellationToken);
            return new(file, Kept(contentType));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>The bytes from the beginning; one reader at a time. Not to be disposed: the file goes with this object.</summary>
    public Stream Rewind()
    {
        _file.Position = 0;
        return _file;
    }

    /// <summary>SHA-256 over <paramref name="before"/> and all bytes.</summary>
    public async Task<byte[]> HashAsync(ReadOnlyMemory<byte> before, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before.Span);
        var (bytes, buffer) = (Rewind(), new byte[BufferSize]);
        int read;
        while ((read = await bytes.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>An empty file for what has to be unpacked to be read; gone with this object.</summary>
    public Stream Scratch()
    {
        var file = NewFile();
        _scratch.Add(file);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        foreach (var file in _scratch)
        {
            await file.DisposeAsync();
        }
    }

    private static FileStream NewFile() =>
        new(Path.Combine(Path.GetTempPath(), "mail-" + Path.GetRandomFileName()), Options());

    private static string Kept(string? contentType) =>
        contentType is { Length: <= MaxContentType } && contentType.All(c => c is >= ' ' and <= '~') ? contentType : "";

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
