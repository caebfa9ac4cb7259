using System.Security.Cryptography;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes;

public sealed class SpooledFileTests
{
    [Fact]
    public async Task The_bytes_and_their_hash_are_those_that_came()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        await using var file = await Papers.SpoolAsync(bytes);

        Assert.Equal((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (file.Length, file.Sha256));
        Assert.Equal(bytes, await ReadAsync(file));
        Assert.Equal(bytes, await ReadAsync(file));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)] // one byte more than may be
    public async Task Up_to_thirty_megabytes_are_taken(int more, bool taken)
    {
        await using var file = await SpooledFile.TryCreateAsync(
            new MemoryStream(new byte[SpooledFile.MaxBytes + more]), "a.pdf", default);

        Assert.Equal(taken, file is not null);
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        await using var file = await Papers.SpoolAsync(Array.Empty<byte>());

        Assert.Equal(0, file.Length);
    }

    private static async Task<byte[]> ReadAsync(SpooledFile file)
    {
        using var copy = new MemoryStream();
        await file.Rewind().CopyToAsync(copy);
        return copy.ToArray();
    }
}
