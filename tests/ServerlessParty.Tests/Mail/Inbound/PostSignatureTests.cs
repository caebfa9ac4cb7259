using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Tests.Mail.Inbound;

public sealed class PostSignatureTests
{
    private const string Timestamp = "1600112502";
    private const string Body = "a body\r\n";

    [Fact]
    public async Task A_post_signed_by_the_carrier_is_known_and_a_changed_one_is_not()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signed = Sign(key, Timestamp + Body);

        Assert.True(await IsSignedAsync(key, Body, signed, Timestamp));
        Assert.False(await IsSignedAsync(key, Body.TrimEnd(), signed, Timestamp));
        Assert.False(await IsSignedAsync(key, Body, signed, "1600112503"));
    }

    [Fact]
    public async Task A_signature_of_another_key_is_none()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.False(await IsSignedAsync(key, Body, Sign(other, Timestamp + Body), Timestamp));
    }

    [Theory]
    [InlineData(null, Timestamp)]
    [InlineData("", Timestamp)]
    [InlineData("not base64!", Timestamp)]
    [InlineData("AAAA", Timestamp)]
    [InlineData("AAAA", null)]
    [InlineData("AAAA", "")]
    public async Task A_post_without_a_signature_is_not_signed(string? signature, string? timestamp)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.False(await IsSignedAsync(key, Body, signature, timestamp));
    }

    [Theory]
    [InlineData("")]
    [InlineData("MFkw")]
    [InlineData("not base64!")]
    public void What_is_no_key_is_refused(string key) => Assert.False(PostSignature.TryCreate(key, out _));

    [Fact]
    public void A_key_of_another_curve_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.False(PostSignature.TryCreate(PublicKey(key), out _));
    }

    internal static string PublicKey(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    internal static string Sign(ECDsa key, string signed) => Convert.ToBase64String(
        key.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    private static async Task<bool> IsSignedAsync(ECDsa key, string body, string? signature, string? timestamp)
    {
        Assert.True(PostSignature.TryCreate(PublicKey(key), out var check));
        await using var post = await SpooledPost.CreateAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(body)), "multipart/form-data", CancellationToken.None);
        return await check!.IsOfAsync(post, signature, timestamp, CancellationToken.None);
    }
}
