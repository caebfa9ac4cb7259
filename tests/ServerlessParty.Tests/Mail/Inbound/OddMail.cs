using System.Text;

namespace ServerlessParty.Tests.Mail.Inbound;

/// <summary>A mail of a shape that is met in the world, or built by somebody with bad intentions, and what is to be found in it.</summary>
/// <param name="Bytes">One byte a character.</param>
/// <param name="Documents">Names of the documents, in order.</param>
/// <param name="Others">Names of the files that are none.</param>
/// <param name="Subject">Null when it does not matter.</param>
/// <param name="Text">What the text must hold; null when it does not matter.</param>
internal sealed record OddMail(
    string Name, string Bytes, string[] Documents, string[]? Others = null, string? Subject = null, string? Text = null)
{
    /// <summary>A file's content in base64: a PDF by its first bytes.</summary>
    public const string Pdf = "JVBERi0xLjQKYmnDqm4gYuG6o24K";

    public const string Head = "From: Binh <binh@example.org>\r\nMessage-ID: <1@example.org>\r\n";

    public static string Mixed(params string[] parts) => Of("mixed", "b1", parts);

    public static string Of(string subtype, string boundary, params string[] parts) =>
        $"Content-Type: multipart/{subtype}; boundary=\"{boundary}\"\r\n\r\n"
        + string.Concat(parts.Select(p => $"--{boundary}\r\n{p}\r\n")) + $"--{boundary}--\r\n";

    public static string TextPart(string text = "Kinh gui dong chi.") => $"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}";

    public static string HtmlPart(string html) => $"Content-Type: text/html; charset=utf-8\r\n\r\n{html}";

    public static string File(string name = "bien-ban.pdf", string type = "application/pdf", string more = "") =>
        $"Content-Type: {type}\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n"
        + $"Content-Transfer-Encoding: base64\r\n{more}\r\n{Pdf}";

    /// <summary>As many bytes as a photographed page has, or a logo.</summary>
    public static string Picture(string name, int bytes, string more = "", string disposition = "inline") =>
        $"Content-Type: image/jpeg; name=\"{name}\"\r\nContent-Disposition: {disposition}; filename=\"{name}\"\r\n"
        + $"Content-Transfer-Encoding: base64\r\n{more}\r\n{Convert.ToBase64String(new byte[bytes])}";

    /// <summary>Text as its UTF-8 bytes, one a character.</summary>
    public static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    public byte[] ToBytes() => Encoding.Latin1.GetBytes(Bytes);

    public override string ToString() => Name;
}
