namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>An object as it was met in the file.</summary>
/// <param name="Place">Right behind the word <c>obj</c>.</param>
/// <param name="IsHidden">It lies inside another object, in a string, a remark or the bytes of a stream: no reader looks there unless told to.</param>
internal sealed record PdfFound(int ObjectNumber, long Place, PdfValue Value, bool IsHidden);

/// <summary>
/// Walks through the whole file and meets every object and every trailer in it, whatever its tables of contents say: tables
/// can be wrong, and can lie. As in a file that was saved several times, the last object of a number is the one that counts.
/// </summary>
internal sealed class PdfScan(PdfSource source, PdfObjectReader reader)
{
    /// <summary>More objects than a document of thousands of pages has.</summary>
    private const int MaxObjects = 300_000;

    /// <summary>More often than anybody saves a file.</summary>
    private const int MaxTrailers = 1_000;

    /// <summary>Two numbers and the spaces between them.</summary>
    private const int LongestHead = 32;

    /// <summary>All objects in the order of the file, also those inside others: a table of contents can be made to point there.</summary>
    public IEnumerable<PdfFound> Objects()
    {
        var end = 0L;
        var count = 0;
        for (var at = 0L; (at = source.Find("obj"u8, at, source.Length)) >= 0;)
        {
            var place = at + 3;
            at = place;
            if (NumberBefore(place - 3) is not { } number || reader.ReadAt(place) is not { } found)
            {
                continue;
            }

            if (++count > MaxObjects)
            {
                throw new ContentRefusedException(MinutesRefusals.Unpacks);
            }

            yield return new(number, place, found.Value, place < end);
            end = Math.Max(end, found.End);
        }
    }

    /// <summary>The dictionaries at the ends of tables of contents, in the order of the file.</summary>
    public IEnumerable<(long Place, PdfValue.Dictionary Trailer)> Trailers()
    {
        var count = 0;
        for (var at = 0L; count < MaxTrailers && (at = source.Find("trailer"u8, at, source.Length)) >= 0;)
        {
            at += 7;
            if (reader.ReadAt(at) is { Value: PdfValue.Dictionary trailer })
            {
                count++;
                yield return (at, trailer);
            }
        }
    }

    /// <summary>The number of the object whose word <c>obj</c> begins there; null when it is no such word.</summary>
    private int? NumberBefore(long word)
    {
        var from = Math.Max(0, word - LongestHead);
        var before = source.Piece(from, (int)(word - from));
        var generation = before.TrimEnd(" \t\r\n\0\f"u8);
        var number = TrimDigits(generation).TrimEnd(" \t\r\n\0\f"u8);
        var start = TrimDigits(number).Length;
        return generation.Length < before.Length && number.Length < TrimDigits(generation).Length && start < number.Length
            && TrimDigits(generation).Length < generation.Length
            && int.TryParse(number[start..], System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static ReadOnlySpan<byte> TrimDigits(ReadOnlySpan<byte> text) => text.TrimEnd("0123456789"u8);
}
