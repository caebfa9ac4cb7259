using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>The largest files that are taken pass through small buffers.</summary>
public sealed class MemoryTests
{
    private const int Pictures = 29 * 1024 * 1024;
    private const long Most = 6 * 1024 * 1024;

    [Fact]
    public async Task A_scan_of_thirty_megabytes_is_not_held_in_memory()
    {
        var pdf = PdfMaker.Minutes();
        pdf.AddStream("/Type /XObject /Subtype /Image /Width 4000 /Height 3000", Noise(), packed: false);

        Assert.InRange(await AllocatedAsync(pdf.Bytes(), DocumentType.Pdf), 0, Most);
    }

    [Fact]
    public async Task A_document_of_thirty_megabytes_is_not_held_in_memory() => Assert.InRange(
        await AllocatedAsync(new DocxMaker().With("word/media/image1.bmp", Noise()).Bytes(), DocumentType.Docx), 0, Most);

    [Fact]
    public async Task A_photo_of_thirty_megabytes_is_not_held_in_memory() => Assert.InRange(
        await AllocatedAsync(new JpegMaker { DataBytes = Pictures }.Bytes(), DocumentType.Jpeg), 0, Most);

    /// <summary>A check without a scanner is one call on one thread, so that the thread's own count is the whole of it.</summary>
    private static async Task<long> AllocatedAsync(byte[] bytes, DocumentType type)
    {
        await using var file = await CheckContentTests.SpoolAsync(bytes, "a.pdf");
        await new CheckContent().RunAsync(file, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var check = new CheckContent().RunAsync(file, CancellationToken.None);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(check.IsCompletedSuccessfully);
        Assert.Equal(type, Assert.IsType<CheckedContent.Fine>(await check).Type);
        Assert.InRange(file.Length, Pictures / 2, SpooledFile.MaxBytes);
        return allocated;
    }

    private static byte[] Noise()
    {
        var noise = new byte[Pictures];
        new Random(3).NextBytes(noise);
        return noise;
    }
}
