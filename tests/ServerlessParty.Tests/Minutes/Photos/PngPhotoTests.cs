using ServerlessParty.Minutes.Photos;
using UglyToad.PdfPig;

namespace ServerlessParty.Tests.Minutes.Photos;

public sealed class PngPhotoTests
{
    /// <summary>Two by two: red, half-transparent red; transparent black, white. The second row is filtered by the first.</summary>
    public static byte[] Transparent { get; } = Pictures.Png(
        2, 2, 8, 6, [0, 255, 0, 0, 255, 255, 0, 0, 128, 2, 1, 0, 0, 1, 0, 255, 255, 127]);

    [Fact]
    public async Task Colours_go_over_as_they_are() => Assert.Equal(
        [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9],
        await PixelsAsync(Pictures.Png(2, 2, 8, 2, [0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 9, 9, 9], dataChunks: 3)));

    [Fact]
    public async Task Grey_goes_over_as_it_is() =>
        Assert.Equal([0, 128, 255], await PixelsAsync(Pictures.Png(3, 1, 8, 0, [0, 0, 128, 255])));

    [Fact]
    public async Task Transparent_pixels_lie_on_white() =>
        Assert.Equal([255, 0, 0, 255, 127, 127, 255, 255, 255, 255, 255, 255], await PixelsAsync(Transparent));

    [Fact]
    public async Task Transparent_grey_lies_on_white() =>
        Assert.Equal([100, 255, 178], await PixelsAsync(Pictures.Png(3, 1, 8, 4, [0, 100, 255, 0, 0, 100, 127])));

    [Fact]
    public async Task Of_sixteen_bits_with_transparency_the_upper_eight_are_kept() => Assert.Equal(
        [200, 10, 20], await PixelsAsync(Pictures.Png(1, 1, 16, 6, [0, 200, 7, 10, 7, 20, 7, 255, 255])));

    /// <summary>Rows that say how they differ: from the left, from above, from the mean of both, from the nearest of three.</summary>
    [Theory]
    [InlineData(new byte[] { 1, 10, 255, 5, 0 }, 10, 15)]
    [InlineData(new byte[] { 2, 10, 0, 5, 0 }, 110, 125)]
    [InlineData(new byte[] { 3, 10, 128, 5, 0 }, 60, 95)]
    [InlineData(new byte[] { 4, 10, 0, 5, 0 }, 110, 125)]
    public async Task Filtered_rows_are_understood(byte[] row, byte first, byte second) => Assert.Equal(
        [100, 120, first, second], await PixelsAsync(Pictures.Png(2, 2, 8, 4, [0, 100, 255, 120, 255, .. row])));

    [Fact]
    public async Task A_palette_goes_along_on_white()
    {
        byte[] chunks = [.. Pictures.Chunk("PLTE", [255, 0, 0, 0, 0, 0]), .. Pictures.Chunk("tRNS", [255, 0])];

        var pdf = System.Text.Encoding.Latin1.GetString(await JoinAsync(Pictures.Png(8, 1, 1, 3, [0, 0b01010101], chunks: chunks)));

        Assert.Contains("/ColorSpace [/Indexed /DeviceRGB 1 <ff0000ffffff>]", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_png_is_turned_upright_too()
    {
        byte[] exif = [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

        using var pdf = PdfDocument.Open(await JoinAsync(
            Pictures.Png(2, 1, 8, 0, [0, 0, 255], chunks: Pictures.Chunk("eXIf", exif))));

        Assert.Equal((595, 842), (pdf.GetPage(1).Width, pdf.GetPage(1).Height));
    }

    private static async Task<byte[]> PixelsAsync(byte[] png)
    {
        using var pdf = PdfDocument.Open(await JoinAsync(png));
        Assert.True(pdf.GetPage(1).GetImages().Single().TryGetBytesAsMemory(out var pixels));
        return pixels.ToArray();
    }

    private static async Task<byte[]> JoinAsync(byte[] photo)
    {
        using var pdf = new MemoryStream();
        Assert.Null(await PhotosToPdf.WriteAsync([new MemoryStream(photo)], pdf, CancellationToken.None));
        return pdf.ToArray();
    }
}
