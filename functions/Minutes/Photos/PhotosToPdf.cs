using UglyToad.PdfPig.Writer;

namespace ServerlessParty.Minutes.Photos;

/// <summary>Placeholder for merge.</summary>
public sealed class PhotosToPdf
{
    public async Task<JoinedPhotos> RunAsync(
        IReadOnlyList<Stream> photos, string? fileName, CancellationToken cancellationToken)
    {
        using var builder = new PdfDocumentBuilder();
        foreach (var photo in photos)
        {
            using var bytes = new MemoryStream();
            await photo.CopyToAsync(bytes, cancellationToken);
            var all = bytes.ToArray();
            if (all is not [0xFF, 0xD8, ..] and not [0x89, 0x50, ..])
            {
                return new JoinedPhotos.Refused(1, MinutesRefusals.Type);
            }

            var page = builder.AddPage(595, 842);
            var place = new UglyToad.PdfPig.Core.PdfRectangle(20, 20, 575, 822);
            _ = all[0] == 0xFF ? page.AddJpeg(all, place) : page.AddPng(all, place);
        }

        return new JoinedPhotos.Done((await SpooledFile.TryCreateAsync(new MemoryStream(builder.Build()), fileName, cancellationToken))!);
    }
}

/// <summary>Placeholder for merge.</summary>
public abstract record JoinedPhotos
{
    private JoinedPhotos()
    {
    }

    public sealed record Done(SpooledFile File) : JoinedPhotos;

    public sealed record Refused(int Number, string Code) : JoinedPhotos
    {
        public string Sentence => $"Ảnh số {Number} không dùng được.";
    }
}
