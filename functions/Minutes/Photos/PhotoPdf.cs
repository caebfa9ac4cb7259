using System.Globalization;
using System.Text;

namespace ServerlessParty.Minutes.Photos;

/// <summary>
/// Writes a PDF of photos, a page each, from front to back and holding none. Ours and not PdfPig's builder, which wants each
/// photo whole in memory, and cannot mirror. The same photos give the same bytes: there is no date and no random word in it.
/// </summary>
/// <param name="target">Knows its position.</param>
internal sealed class PhotoPdf(Stream target)
{
    private const int Catalog = 1;
    private const int PageList = 2;
    private const int ObjectsPerPage = 4;

    /// <summary>Where each object begins; its number is its place, counted from 1.</summary>
    private readonly List<long> _offsets = [0, 0];

    private readonly long _start = target.Position;

    /// <summary>The 8-bit comment says that the file is no text.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => WriteAsync("%PDF-1.5\n%âãÏÓ\n", cancellationToken);

    /// <returns>False when the photo's data is damaged; then the file is of no use.</returns>
    public async Task<bool> AddAsync(Photo photo, CancellationToken cancellationToken)
    {
        var (page, image) = (PhotoPage.Of(photo), _offsets.Count + 1);
        await BeginObjectAsync(
            $"<< /Type /XObject /Subtype /Image /Width {photo.Width} /Height {photo.Height} "
            + $"{photo.Entries} /Length {image + 1} 0 R >>\nstream\n",
            cancellationToken);
        var start = target.Position;
        if (!await photo.CopyAsync(target, cancellationToken))
        {
            return false;
        }

        var length = target.Position - start;
        await WriteAsync("\nendstream\nendobj\n", cancellationToken);
        await WriteObjectAsync(Text($"{length}"), cancellationToken);
        await WriteObjectAsync(
            Text($"<< /Length {page.Content.Length} >>\nstream\n{page.Content}\nendstream"), cancellationToken);
        await WriteObjectAsync(
            Text($"<< /Type /Page /Parent {PageList} 0 R /MediaBox [0 0 {page.Width} {page.Height}] /Contents {image + 2} 0 R ")
            + Text($"/Resources << /XObject << /Photo {image} 0 R >> >> >>"),
            cancellationToken);
        return true;
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var pages = Enumerable.Range(1, (_offsets.Count - PageList) / ObjectsPerPage)
            .Select(page => $"{PageList + (page * ObjectsPerPage)} 0 R").ToArray();
        await WriteObjectAsync(Catalog, $"<< /Type /Catalog /Pages {PageList} 0 R >>", cancellationToken);
        await WriteObjectAsync(
            PageList, $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages)}] >>", cancellationToken);
        var start = target.Position - _start;
        await WriteAsync(
            $"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n"
            + string.Concat(_offsets.Select(offset => Text($"{offset:D10} 00000 n \n")))
            + $"trailer\n<< /Size {_offsets.Count + 1} /Root {Catalog} 0 R >>\nstartxref\n{start}\n%%EOF\n",
            cancellationToken);
        await target.FlushAsync(cancellationToken);
    }

    private Task WriteObjectAsync(string content, CancellationToken cancellationToken) =>
        BeginObjectAsync(content + "\nendobj\n", cancellationToken);

    private Task BeginObjectAsync(string content, CancellationToken cancellationToken)
    {
        _offsets.Add(0);
        return BeginObjectAsync(_offsets.Count, content, cancellationToken);
    }

    private Task WriteObjectAsync(int number, string content, CancellationToken cancellationToken) =>
        BeginObjectAsync(number, content + "\nendobj\n", cancellationToken);

    private Task BeginObjectAsync(int number, string content, CancellationToken cancellationToken)
    {
        _offsets[number - 1] = target.Position - _start;
        return WriteAsync($"{number} 0 obj\n{content}", cancellationToken);
    }

    private Task WriteAsync(string text, CancellationToken cancellationToken) =>
        target.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken).AsTask();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
