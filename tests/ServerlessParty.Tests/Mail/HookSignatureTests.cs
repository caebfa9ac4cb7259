using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Mail;

public sealed class HookSignatureTests : IDisposable
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("[{\"event\":\"delivered\"}]\r\n");

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void The_very_bytes_and_their_time_are_signed()
    {
        var signature = Sign("1795485600", Body);

        Assert.True(Signature().IsOf(Body, signature, "1795485600"));
        Assert.False(Signature().IsOf(Body.AsSpan()[..^2], signature, "1795485600"));
        Assert.False(Signature().IsOf(Body, signature, "1795485601"));
    }

    [Theory]
    [InlineData(null, "1795485600")]
    [InlineData("", "1795485600")]
    [InlineData("not base64!", "1795485600")]
    [InlineData("YWJj", "1795485600")]
    [InlineData("right", null)]
    [InlineData("right", "")]
    public void What_is_missing_or_no_signature_is_refused(string? signature, string? timestamp) =>
        Assert.False(Signature().IsOf(Body, signature == "right" ? Sign("1795485600", Body) : signature, timestamp));

    [Fact]
    public void Another_s_signature_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.True(HookSignature.TryCreate(Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()), out var signature));

        Assert.False(signature.IsOf(Body, Sign("1795485600", Body), "1795485600"));
    }

    [Fact]
    public void Only_a_key_of_the_right_curve_is_one()
    {
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.False(HookSignature.TryCreate("", out _));
        Assert.False(HookSignature.TryCreate("no key", out _));
        Assert.False(HookSignature.TryCreate(Convert.ToBase64String(larger.ExportSubjectPublicKeyInfo()), out _));
    }

    public void Dispose() => _key.Dispose();

    private HookSignature Signature()
    {
        Assert.True(HookSignature.TryCreate(Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()), out var signature));
        return signature;
    }

    private string Sign(string timestamp, byte[] body) => Convert.ToBase64String(_key.SignData(
        [.. Encoding.UTF8.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}
