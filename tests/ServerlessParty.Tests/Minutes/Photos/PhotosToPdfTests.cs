using ServerlessParty.Minutes.Photos;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;

namespace ServerlessParty.Tests.Minutes.Photos;

public sealed class PhotosToPdfTests
{
    [Fact]
    public async Task Each_photo_is_a_page_in_the_order_given_with_its_own_bytes()
    {
        using var pdf = PdfDocument.Open(await JoinAsync(Pictures.Jpeg, Pictures.ProgressiveJpeg, Pictures.Held(6)));

        Assert.Equal(
            [Pictures.Jpeg, Pictures.ProgressiveJpeg, Pictures.Held(6)],
            pdf.GetPages().Select(page => page.GetImages().Single().RawBytes.ToArray()));
    }

    /// <summary>Where the upper left and the upper right corner of the stored picture must lie on the page.</summary>
    [Theory]
    [InlineData(0, "left top", "right top")]
    [InlineData(1, "left top", "right top")]
    [InlineData(2, "right top", "left top")]
    [InlineData(3, "right bottom", "left bottom")]
    [InlineData(4, "left bottom", "right bottom")]
    [InlineData(5, "left top", "left bottom")]
    [InlineData(6, "right top", "right bottom")]
    [InlineData(7, "right bottom", "right top")]
    [InlineData(8, "left bottom", "left top")]
    [InlineData(9, "left top", "right top")]
    public async Task A_photo_stands_upright_however_the_camera_was_held(ushort orientation, string topLeft, string topRight)
    {
        using var pdf = PdfDocument.Open(await JoinAsync(Pictures.Held(orientation)));
        var page = pdf.GetPage(1);
        var place = page.GetImages().Single().BoundingBox;

        Assert.Equal(topLeft, Corner(place.TopLeft, page.Width, page.Height));
        Assert.Equal(topRight, Corner(place.TopRight, page.Width, page.Height));
        Assert.Equal(orientation is >= 5 and <= 8 ? (595, 842) : (842, 595), (page.Width, page.Height));
        Assert.Equal(0, page.Rotation.Value);
    }

    [Theory]
    [InlineData(480, 320, 842, 595, 814, 542.67)]
    [InlineData(320, 480, 595, 842, 542.67, 814)]
    [InlineData(1000, 10, 842, 595, 814, 8.14)]
    [InlineData(300, 300, 595, 842, 567, 567)]
    public async Task A_photo_is_fitted_into_the_middle_of_an_a4_page_of_its_own_direction(
        ushort width, ushort height, int pageWidth, int pageHeight, double across, double down)
    {
        using var pdf = PdfDocument.Open(await JoinAsync(Pictures.Sized(width, height)));
        var page = pdf.GetPage(1);
        var place = page.GetImages().Single().BoundingBox;

        Assert.Equal((pageWidth, pageHeight), (page.Width, page.Height));
        Assert.Equal((across, down), (Math.Round(place.Width, 2), Math.Round(place.Height, 2)));
        Assert.Equal((page.Width / 2, page.Height / 2), (Math.Round(place.Centroid.X, 2), Math.Round(place.Centroid.Y, 2)));
    }

    [Fact]
    public async Task The_same_photos_give_the_same_bytes()
    {
        byte[][] photos = [Pictures.Held(6), PngPhotoTests.Transparent, Pictures.Jpeg];

        Assert.Equal(await JoinAsync(photos), await JoinAsync(photos));
    }

    [Fact]
    public async Task What_a_phone_appends_behind_the_picture_is_left_out()
    {
        using var pdf = PdfDocument.Open(await JoinAsync((byte[])[.. Pictures.Jpeg, .. "ftypmp42 a film"u8, 0xFF, 0xD9]));

        Assert.Equal(Pictures.Jpeg, pdf.GetPage(1).GetImages().Single().RawBytes.ToArray());
    }

    [Fact]
    public async Task The_end_of_a_small_picture_inside_exif_is_not_the_end()
    {
        var photo = Pictures.WithSegment(0xE1, [.. "Exif\0\0"u8, .. Pictures.Jpeg]);

        using var pdf = PdfDocument.Open(await JoinAsync(photo));

        Assert.Equal(photo, pdf.GetPage(1).GetImages().Single().RawBytes.ToArray());
    }

    [Fact]
    public async Task A_picture_of_adobe_with_four_inks_is_not_shown_as_its_negative()
    {
        var photo = Pictures.WithSegment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2]);
        var frame = photo.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        photo[frame + 9] = 4;

        var pdf = System.Text.Encoding.Latin1.GetString(await JoinAsync(photo));

        Assert.Contains("/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_is_a_file_like_any_that_is_handed_in()
    {
        var joined = await new PhotosToPdf().RunAsync([new MemoryStream(Pictures.Jpeg)], "Biên bản.pdf", CancellationToken.None);

        await using var file = Assert.IsType<JoinedPhotos.Done>(joined).File;
        var head = new byte[5];
        await file.Rewind().ReadExactlyAsync(head);
        Assert.Equal("%PDF-"u8.ToArray(), head);
        Assert.Equal("Biên bản.pdf", file.FileName);
    }

    /// <summary>All of it runs on this thread, since these streams never wait.</summary>
    [Fact]
    public async Task A_large_photo_is_never_held_whole()
    {
        var photo = new MemoryStream([.. Pictures.Jpeg[..^2], .. new byte[20_000_000], .. Pictures.Jpeg[^2..]]);
        var pdf = new MemoryStream(new byte[21_000_000]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(await PhotosToPdf.WriteAsync([photo], pdf, CancellationToken.None));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 1_000_000);
    }

    private static string Corner(PdfPoint point, double width, double height) =>
        $"{(point.X < width / 2 ? "left" : "right")} {(point.Y < height / 2 ? "bottom" : "top")}";

    private static async Task<byte[]> JoinAsync(params byte[][] photos)
    {
        using var pdf = new MemoryStream();
        Assert.Null(await PhotosToPdf.WriteAsync([.. photos.Select(photo => new MemoryStream(photo))], pdf, CancellationToken.None));
        return pdf.ToArray();
    }
}
