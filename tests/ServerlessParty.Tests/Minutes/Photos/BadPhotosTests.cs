using System.Globalization;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Photos;

namespace ServerlessParty.Tests.Minutes.Photos;

/// <summary>A bad photo is refused by its number, before anything is kept, with a sentence that says what to do.</summary>
public sealed class BadPhotosTests
{
    private static readonly byte[] Png = Pictures.Png(2, 2, 8, 2, new byte[14]);

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "nothing", [], MinutesRefusals.Empty },
        { "a text", [.. "biên bản họp"u8], MinutesRefusals.Type },
        { "a GIF", [.. "GIF89a......"u8], MinutesRefusals.Type },
        { "a short file", [0xFF, 0xD8], MinutesRefusals.Type },
        { "a photo of an iPhone", [0, 0, 0, 24, .. "ftypheic...."u8], MinutesRefusals.Heic },
        { "HEIF of another name", [0, 0, 0, 24, .. "ftypmif1...."u8], MinutesRefusals.Heic },
        { "a JPEG cut in its scan", Pictures.Jpeg[..^10], MinutesRefusals.Broken },
        { "a JPEG cut before its last byte", Pictures.Jpeg[..^1], MinutesRefusals.Broken },
        { "a JPEG cut in its head", Pictures.Jpeg[..100], MinutesRefusals.Broken },
        { "a JPEG of a head only", [0xFF, 0xD8, 0xFF, 0xD9], MinutesRefusals.Broken },
        { "a JPEG with a segment longer than the file", [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1], MinutesRefusals.Broken },
        { "a JPEG with a segment of no length", [0xFF, 0xD8, 0xFF, 0xE1, 0, 1, 1, 1], MinutesRefusals.Broken },
        { "a JPEG with junk between segments", [.. Pictures.Jpeg[..20], 7, .. Pictures.Jpeg[20..]], MinutesRefusals.Broken },
        { "a JPEG of no height", Pictures.Sized(48, 0), MinutesRefusals.Broken },
        { "a JPEG of twelve bits", Changed(Pictures.Jpeg, [0xFF, 0xC0, 0, 17, 8], 4, 12), MinutesRefusals.Type },
        { "a JPEG without loss", Changed(Pictures.Jpeg, [0xFF, 0xC0, 0, 17, 8], 1, 0xC3), MinutesRefusals.Type },
        { "a JPEG of five channels", Changed(Pictures.Jpeg, [0xFF, 0xC0, 0, 17, 8], 9, 5), MinutesRefusals.Type },
        { "a JPEG of four thousand million pixels", Pictures.Sized(65_535, 65_535), MinutesRefusals.Pixels },
        { "a PNG cut in its picture", Png[..^20], MinutesRefusals.Broken },
        { "a PNG without its end", Png[..^12], MinutesRefusals.Broken },
        { "a PNG with a wrong checksum", Changed(Png, "IDAT"u8, 6, 98), MinutesRefusals.Broken },
        { "a PNG of no picture", [.. Png[..33], .. Pictures.Chunk("IEND", [])], MinutesRefusals.Broken },
        { "a PNG of bits that do not exist", Pictures.Png(2, 2, 7, 2, new byte[14]), MinutesRefusals.Broken },
        { "a PNG of colours that do not exist", Pictures.Png(2, 2, 8, 5, new byte[14]), MinutesRefusals.Broken },
        { "a PNG of no width", Pictures.Png(0, 2, 8, 2, new byte[14]), MinutesRefusals.Broken },
        { "a PNG without its palette", Pictures.Png(8, 1, 1, 3, [0, 1]), MinutesRefusals.Broken },
        { "a PNG in seven passes", Pictures.Png(2, 2, 8, 2, new byte[14], interlace: 1), MinutesRefusals.Type },
        { "a PNG bomb", Pictures.Png(60_000, 60_000, 8, 2, [0]), MinutesRefusals.Pixels },
        { "a PNG bomb with transparency", Pictures.Png(9_000, 9_000, 8, 6, [0]), MinutesRefusals.Pixels },
        { "a PNG with fewer rows than it says", Pictures.Png(2, 3, 8, 6, new byte[18]), MinutesRefusals.Broken },
        { "a PNG with a filter that does not exist", Pictures.Png(1, 1, 8, 6, [9, 0, 0, 0, 0]), MinutesRefusals.Broken },
        { "a PNG with a picture that is not packed", Unpacked(), MinutesRefusals.Broken },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_photo_is_refused_by_its_number(string what, byte[] photo, string code)
    {
        Assert.NotEmpty(what);

        Assert.Equal(new JoinedPhotos.Refused(2, code), await JoinAsync(Pictures.Jpeg, photo, Pictures.Jpeg));
    }

    [Fact]
    public async Task No_photo_at_all_is_refused() =>
        Assert.Equal(new JoinedPhotos.Refused(0, MinutesRefusals.FileMissing), await JoinAsync());

    [Fact]
    public async Task More_than_thirty_photos_are_refused() => Assert.Equal(
        new JoinedPhotos.Refused(0, JoinedPhotos.TooMany), await JoinAsync([.. Enumerable.Repeat(Pictures.Jpeg, PhotosToPdf.MaxPhotos + 1)]));

    [Fact]
    public async Task Thirty_photos_are_joined()
    {
        var joined = await JoinAsync([.. Enumerable.Repeat(Pictures.Jpeg, PhotosToPdf.MaxPhotos)]);

        await Assert.IsType<JoinedPhotos.Done>(joined).File.DisposeAsync();
    }

    [Fact]
    public async Task More_bytes_than_a_file_may_have_are_refused() => Assert.Equal(
        new JoinedPhotos.Refused(0, MinutesRefusals.TooLarge), await JoinAsync(Pictures.Jpeg, new byte[SpooledFile.MaxBytes]));

    [Fact]
    public async Task A_pdf_that_outgrows_a_file_is_refused()
    {
        var filling = new byte[SpooledFile.MaxBytes - Pictures.Jpeg.Length - 4];
        byte[] photo = [.. Pictures.Jpeg[..2], .. Enumerable.Repeat((byte)0xFF, filling.Length), .. Pictures.Jpeg[3..]];

        Assert.Equal(new JoinedPhotos.Refused(0, MinutesRefusals.TooLarge), await JoinAsync(photo));
    }

    [Theory]
    [InlineData("vi", "Ảnh số 3")]
    [InlineData("en", "Photo 3")]
    public void Every_refusal_says_which_photo_and_what_to_do(string language, string photo)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.All(Bad.Select(row => (string)row[2]).Distinct(), code =>
            Assert.StartsWith(photo, new JoinedPhotos.Refused(3, code).Sentence, StringComparison.Ordinal));
        Assert.Contains("30", new JoinedPhotos.Refused(0, JoinedPhotos.TooMany).Sentence, StringComparison.Ordinal);
        Assert.Contains("30 MB", new JoinedPhotos.Refused(0, MinutesRefusals.TooLarge).Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(new JoinedPhotos.Refused(0, MinutesRefusals.FileMissing).Sentence);
    }

    private static Task<JoinedPhotos> JoinAsync(params byte[][] photos) => new PhotosToPdf().RunAsync(
        [.. photos.Select(photo => new MemoryStream(photo))], "photos.pdf", CancellationToken.None);

    private static byte[] Unpacked()
    {
        var png = Pictures.Png(1, 1, 8, 6, [0, 0, 0, 0, 0]);
        var head = png[..33];
        return [.. head, .. Pictures.Chunk("IDAT", [1, 2, 3, 4]), .. Pictures.Chunk("IEND", [])];
    }

    private static byte[] Changed(byte[] bytes, ReadOnlySpan<byte> near, int offset, byte value)
    {
        var changed = (byte[])bytes.Clone();
        changed[bytes.AsSpan().IndexOf(near) + offset] = value;
        return changed;
    }
}
