using System.Text;
using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Tests.Mail.Inbound;

/// <summary>Deliveries as the carrier posts them.</summary>
internal sealed class Posts
{
    private readonly List<(string Head, byte[] Body)> _parts = [];

    public string Boundary { get; init; } = "xYzZY";

    public string ContentType => $"multipart/form-data; boundary={Boundary}";

    /// <summary>The form with the mail as it travelled.</summary>
    public static Posts Raw(
        byte[] mail, string from = "binh@example.org", string to = "nop@in.example.org", string spf = "pass", string dkim = "none") =>
        Envelope(from, to, spf, dkim).With("email", mail);

    /// <summary>The form with the mail taken apart.</summary>
    public static Posts Parsed(
        string subject,
        string text = "",
        string from = "binh@example.org",
        string to = "nop@in.example.org",
        string headers = "",
        string spf = "pass",
        string dkim = "{@example.org : pass}") =>
        Envelope(from, to, spf, dkim)
            .With("headers", $"From: Binh <{from}>\nMessage-ID: <1@example.org>\n{headers}")
            .With("from", $"Binh <{from}>")
            .With("subject", subject)
            .With("text", text);

    public Posts With(string name, string value) => With(name, Encoding.UTF8.GetBytes(value));

    public Posts With(string name, byte[] value)
    {
        _parts.Add(($"Content-Disposition: form-data; name=\"{name}\"", value));
        return this;
    }

    public Posts WithFile(byte[] bytes, string fileName, string type = "application/pdf")
    {
        var number = _parts.Count(p => p.Head.Contains("filename", StringComparison.Ordinal)) + 1;
        _parts.Add(($"Content-Disposition: form-data; name=\"attachment{number}\"; filename=\"{fileName}\"\r\nContent-Type: {type}", bytes));
        return this;
    }

    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        foreach (var (head, body) in _parts)
        {
            bytes.Write(Encoding.UTF8.GetBytes($"--{Boundary}\r\n{head}\r\n\r\n"));
            bytes.Write(body);
            bytes.Write("\r\n"u8);
        }

        bytes.Write(Encoding.ASCII.GetBytes($"--{Boundary}--\r\n"));
        return bytes.ToArray();
    }

    public Task<SpooledPost> SpoolAsync() =>
        SpooledPost.CreateAsync(new MemoryStream(ToBytes()), ContentType, CancellationToken.None);

    private static Posts Envelope(string from, string to, string spf, string dkim) => new Posts()
        .With("envelope", $$"""{"to":["{{to}}"],"from":"{{from}}"}""")
        .With("SPF", spf)
        .With("dkim", dkim)
        .With("charsets", """{"to":"UTF-8","subject":"UTF-8","from":"UTF-8","text":"UTF-8"}""");
}
