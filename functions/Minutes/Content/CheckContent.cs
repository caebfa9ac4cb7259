using ServerlessParty.Minutes.Content.Packages;
using ServerlessParty.Minutes.Content.Pdf;
using ServerlessParty.Minutes.Content.Pictures;
using ServerlessParty.Minutes.Content.Scan;

namespace ServerlessParty.Minutes.Content;

/// <summary>Decides by the bytes of a file whether it may be kept. Keeps nothing itself, and holds no file whole in memory.</summary>
/// <param name="scanner">Null: no virus scanner is configured, and nothing is scanned.</param>
/// <param name="time">Measures how long a check takes; the system's when null.</param>
public sealed class CheckContent(IVirusScanner? scanner = null, TimeProvider? time = null)
{
    /// <summary>
    /// A file that cannot be judged in this time is refused as <see cref="MinutesRefusals.Unpacks"/>. A scan has a time of its
    /// own.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="file">The file, on the local disk; also its name is looked at for a mark of secrecy.</param>
    public async Task<CheckedContent> RunAsync(SpooledFile file, CancellationToken cancellationToken)
    {
        var found = Look(file, new ReadingBudget(time ?? TimeProvider.System, Longest, cancellationToken));
        if (found is CheckedContent.Refused || scanner is null)
        {
            return found;
        }

        return await scanner.ScanAsync(file.Rewind(), cancellationToken) switch
        {
            ScanResult.Clean => found,
            ScanResult.Infected => new CheckedContent.Refused(MinutesRefusals.Infected),
            _ => new CheckedContent.Refused(MinutesRefusals.ScannerDown),
        };
    }

    private static CheckedContent Look(SpooledFile file, ReadingBudget budget)
    {
        try
        {
            return file.Length == 0 ? throw new ContentRefusedException(MinutesRefusals.Empty)
                : SecretMark.IsInTitle(file.FileName) ? throw new ContentRefusedException(MinutesRefusals.Secret)
                : Read(file.Rewind(), budget);
        }
        catch (ContentRefusedException refused)
        {
            return new CheckedContent.Refused(refused.Code);
        }
        catch (Exception e) when (ContentRefusedException.IsDamage(e))
        {
            return new CheckedContent.Refused(MinutesRefusals.Broken);
        }
    }

    private static CheckedContent.Fine Read(Stream file, ReadingBudget budget)
    {
        var head = new byte[FirstBytes.Length];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        switch (FirstBytes.KindOf(head.AsSpan(0, length)))
        {
            case FileKind.Pdf:
                return new(DocumentType.Pdf, PdfFile.Read(file, budget));
            case FileKind.Zip:
                return PackageFile.Read(file, budget);
            case FileKind.Jpeg:
                JpegFile.Check(file, budget);
                return new(DocumentType.Jpeg, null);
            case FileKind.Png:
                PngFile.Check(file, budget);
                return new(DocumentType.Png, null);
            case FileKind.Ole:
                throw new ContentRefusedException(OleFile.RefusalOf(file));
            case FileKind.Heic:
                throw new ContentRefusedException(MinutesRefusals.Heic);
            case FileKind.Program:
                throw new ContentRefusedException(MinutesRefusals.Executable);
            default:
                throw new ContentRefusedException(MinutesRefusals.Type);
        }
    }
}

/// <summary>What a check found.</summary>
public abstract record CheckedContent
{
    private CheckedContent()
    {
    }

    /// <summary>It may be kept.</summary>
    /// <param name="Text">What can be read in it, one paragraph or cell a line; null where nothing can (a photo, a scan).</param>
    public sealed record Fine(DocumentType Type, string? Text) : CheckedContent;

    /// <summary>It may not; <paramref name="Code"/> is one of <see cref="MinutesRefusals"/>.</summary>
    public sealed record Refused(string Code) : CheckedContent;
}
