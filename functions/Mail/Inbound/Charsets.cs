using System.Text;

namespace ServerlessParty.Mail.Inbound;

/// <summary>Decodes bytes by the charset they are said to be in.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Mail still comes in the code pages of old programs; MIME parts are decoded by the library, which asks for them here.
    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Lets every reader of mail know the code pages.</summary>
    public static void Register() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Charsets).TypeHandle);

    /// <summary>Decodes; without a charset, or by one nobody knows, as UTF-8 where the bytes are that, else as Latin-1.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var text = (Find(charset) ?? (IsUtf8(bytes) ? Encoding.UTF8 : Encoding.Latin1)).GetString(bytes);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    private static Encoding? Find(string? charset)
    {
        try
        {
            // Programs that send eight bits and call them ASCII mean something else.
            var found = string.IsNullOrWhiteSpace(charset) ? null : Encoding.GetEncoding(charset.Trim());
            return found is ASCIIEncoding ? null : found;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetCharCount(bytes) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
