namespace ServerlessParty.Minutes.Photos;

/// <summary>
/// Joins photos of paper pages into one PDF, each upright on a page of its own, in their order. The photos' own bytes go in, not
/// compressed anew; the same photos give the same PDF.
/// </summary>
public sealed class PhotosToPdf
{
    public const int MaxPhotos = 30;

    /// <param name="photos">JPEG or PNG, seekable, all at most <see cref="SpooledFile.MaxBytes"/>; not disposed here.</param>
    /// <param name="fileName">What the PDF is to be called.</param>
    public async Task<JoinedPhotos> RunAsync(
        IReadOnlyList<Stream> photos, string? fileName, CancellationToken cancellationToken)
    {
        if (Refusal(photos) is { } refusal)
        {
            return refusal;
        }

        await using var pdf = new FileStream(Path.Combine(Path.GetTempPath(), "photos-" + Path.GetRandomFileName()), Options());
        if (await WriteAsync(photos, pdf, cancellationToken) is { } bad)
        {
            return bad;
        }

        pdf.Position = 0;
        return await SpooledFile.TryCreateAsync(pdf, fileName, cancellationToken) is { } file
            ? new JoinedPhotos.Done(file)
            : new JoinedPhotos.Refused(0, MinutesRefusals.TooLarge);
    }

    /// <summary>Writes the PDF to <paramref name="target"/>, which knows its position; null when all photos are in it.</summary>
    internal static async Task<JoinedPhotos.Refused?> WriteAsync(
        IReadOnlyList<Stream> photos, Stream target, CancellationToken cancellationToken)
    {
        var pdf = new PhotoPdf(target);
        await pdf.BeginAsync(cancellationToken);
        for (var number = 1; number <= photos.Count; number++)
        {
            var read = ReadPhoto.Of(photos[number - 1]);
            if (read is ReadPhoto.Refused refused)
            {
                return new(number, refused.Code);
            }

            if (read is ReadPhoto.Fine fine && !await pdf.AddAsync(fine.Photo, cancellationToken))
            {
                return new(number, MinutesRefusals.Broken);
            }
        }

        await pdf.EndAsync(cancellationToken);
        return null;
    }

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

    private static JoinedPhotos.Refused? Refusal(IReadOnlyList<Stream> photos) => photos.Count switch
    {
        0 => new(0, MinutesRefusals.FileMissing),
        > MaxPhotos => new(0, JoinedPhotos.TooMany),
        _ when photos.Sum(photo => photo.Length) > SpooledFile.MaxBytes => new(0, MinutesRefusals.TooLarge),
        _ => null,
    };
}

/// <summary>What became of photos.</summary>
public abstract record JoinedPhotos
{
    /// <summary>More than <see cref="PhotosToPdf.MaxPhotos"/>.</summary>
    public const string TooMany = "minutes.photos.tooMany";

    private JoinedPhotos()
    {
    }

    /// <param name="File">The PDF; the caller disposes it.</param>
    public sealed record Done(SpooledFile File) : JoinedPhotos;

    /// <summary>There is no PDF.</summary>
    /// <param name="Number">Which photo is at fault, the first being 1; 0 when it is all of them together.</param>
    /// <param name="Code"><see cref="TooMany"/> or one of <see cref="MinutesRefusals"/>.</param>
    public sealed record Refused(int Number, string Code) : JoinedPhotos
    {
        /// <summary>What to do, in the caller's language.</summary>
        public string Sentence => PhotosTexts.Format(Code, Number, PhotosToPdf.MaxPhotos, SpooledFile.MaxBytes / (1024 * 1024));
    }
}
