using System.IO.Compression;
using System.Security.Cryptography;

namespace ServerlessParty.Web;

/// <summary>A file the pages need, carried inside the executable and addressed by its content, so that browsers may keep it for ever.</summary>
public sealed class Asset
{
    private Asset(string name, string contentType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The asset {name} is not in the assembly.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        Name = name;
        ContentType = contentType;
        Content = content;
        Compressed = new(() => Compress(content));
        Version = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
    }

    public static Asset Stylesheet { get; } = new("site.css", "text/css; charset=utf-8");

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    /// <summary>Sends a hand-in with a bar that fills; a page without it sends a plain form.</summary>
    public static Asset UploadScript { get; } = Script("upload.js");

    /// <summary>Makes photos smaller before they are sent, and puts them in order.</summary>
    public static Asset PhotosScript { get; } = Script("photos.js");

    /// <summary>Keeps what is typed on the device until it was handed in.</summary>
    public static Asset DraftScript { get; } = Script("draft.js");

    public static IReadOnlyList<Asset> All { get; } = [Stylesheet, Icon, UploadScript, PhotosScript, DraftScript];

    public string Name { get; }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The content in Brotli, made when somebody first asks.</summary>
    public Lazy<ReadOnlyMemory<byte>> Compressed { get; }

    /// <summary>Changes with the content.</summary>
    public string Version { get; }

    public string Path => $"/assets/{Name}";

    /// <summary>What pages link to.</summary>
    public string Url => $"{Path}?v={Version}";

    private static ReadOnlyMemory<byte> Compress(byte[] content)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        return BrotliEncoder.TryCompress(content, compressed, out var length, quality: 9, window: 22)
            ? compressed.AsMemory(0, length)
            : throw new InvalidOperationException("The longest possible was too short.");
    }

    private static Asset Script(string name) => new(name, "text/javascript; charset=utf-8");
}
