using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using MimeKit.IO;
using ContentDisposition = MimeKit.ContentDisposition;

namespace ServerlessParty.Mail.Inbound;

/// <summary>The fields of a multipart form as bytes. Each stays where it is in the post: a mail is never held whole in memory.</summary>
internal sealed class PostedForm
{
    private const int MaxFields = 500;
    private const int BufferSize = 64 * 1024;
    private const int MaxBoundary = 200;

    private readonly Dictionary<string, FormField> _fields = new(StringComparer.OrdinalIgnoreCase);

    private PostedForm()
    {
    }

    /// <summary>The files, in the order of the form.</summary>
    public IEnumerable<FormField> Files => _fields.Values.Where(f => f.FileName is not null).OrderBy(f => f.Start);

    /// <summary>The field, or null; names ignore case.</summary>
    public FormField? Find(string name) => _fields.GetValueOrDefault(name);

    /// <summary>Reads a form out of <paramref name="post"/>, which is at its beginning and can seek; null when it is not one.</summary>
    public static async Task<PostedForm?> TryReadAsync(Stream post, string contentType, CancellationToken cancellationToken)
    {
        if (BoundaryOf(contentType) is not { } boundary)
        {
            return null;
        }

        try
        {
            return await ReadAsync(new MultipartReader(boundary, post, BufferSize), post, cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // Cut off, or no form: the reader says both so.
            return null;
        }
    }

    private static async Task<PostedForm?> ReadAsync(MultipartReader reader, Stream post, CancellationToken cancellationToken)
    {
        var form = new PostedForm();
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var length = await LengthAsync(section.Body, cancellationToken);
            if (!ContentDisposition.TryParse(section.ContentDisposition ?? "", out var disposition)
                || disposition.Parameters["name"] is not { } name)
            {
                continue;
            }

            var start = section.BaseStreamOffset ?? throw new InvalidOperationException("The post cannot seek.");
            form._fields.TryAdd(name, new(post, start, start + length, name, disposition.FileName, section.ContentType));
            if (form._fields.Count > MaxFields)
            {
                return null;
            }
        }

        return form;
    }

    private static async Task<long> LengthAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        var length = 0L;
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            length += read;
        }

        return length;
    }

    private static string? BoundaryOf(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= MaxBoundary } boundary ? boundary.ToString() : null;
}

/// <summary>One field: a stretch of the post.</summary>
/// <param name="FileName">Not null for files.</param>
internal sealed record FormField(Stream Post, long Start, long End, string Name, string? FileName, string? ContentType)
{
    public long Length => End - Start;

    public Stream Open() => new BoundStream(Post, Start, End, leaveOpen: true);

    /// <summary>The first bytes, at most <paramref name="most"/>.</summary>
    public async Task<byte[]> HeadAsync(int most, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(most, Length)];
        await using var stream = Open();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
