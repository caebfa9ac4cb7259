using System.Text;
using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Tests.Mail.Inbound;

public sealed class MailIdentityTests
{
    private static readonly byte[] Pdf = "%PDF-1.4"u8.ToArray();

    [Fact]
    public async Task A_delivery_with_another_boundary_is_the_same_mail()
    {
        var first = Post();
        var again = Post(boundary: "----another-one");

        Assert.Equal(await IdAsync(first), await IdAsync(again));
        Assert.NotEqual(first.ToBytes(), again.ToBytes());
    }

    [Fact]
    public async Task Whatever_a_reader_would_see_as_different_is_another_mail()
    {
        var ids = new List<IntakeId>
        {
            await IdAsync(Post()),
            await IdAsync(Post(to: "nop+b@in.example.org")),
            await IdAsync(Post(from: "anh@example.org")),
            await IdAsync(Post(subject: "thang 12")),
            await IdAsync(Post(text: "Kinh gui!")),
            await IdAsync(Post(name: "b.pdf")),
            await IdAsync(Post(bytes: "%PDF-1.5")),
            await IdAsync(Post().WithFile(Pdf, "a.pdf")),
        };

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Transfer_encodings_do_not_matter()
    {
        var base64 = OddMail.Head + OddMail.Mixed(OddMail.TextPart(), OddMail.File());
        var other = base64.Replace("\r\nJVBERi0", "\r\nJVBE\r\nRi0", StringComparison.Ordinal);

        Assert.Equal(await IdAsync(Posts.Raw(Encoding.ASCII.GetBytes(base64))), await IdAsync(Posts.Raw(Encoding.ASCII.GetBytes(other))));
    }

    [Fact]
    public async Task A_post_that_cannot_be_read_is_known_by_its_bytes()
    {
        await using var post = await SpooledPost.CreateAsync(new MemoryStream("abc"u8.ToArray()), null, CancellationToken.None);

        // FIPS 180-2, appendix B.1.
        Assert.Equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            (await MailIdentity.OfAsync(post, CancellationToken.None)).Value);
    }

    private static Posts Post(
        string boundary = "xYzZY",
        string from = "binh@example.org",
        string to = "nop+a@in.example.org",
        string subject = "thang 11",
        string text = "Kinh gui",
        string name = "a.pdf",
        string bytes = "%PDF-1.4") => new Posts { Boundary = boundary }
            .With("envelope", $$"""{"to":["{{to}}"],"from":"{{from}}"}""")
            .With("headers", "Message-ID: <1@example.org>\n")
            .With("subject", subject)
            .With("text", text)
            .WithFile(Encoding.ASCII.GetBytes(bytes), name);

    private static async Task<IntakeId> IdAsync(Posts posts)
    {
        await using var post = await posts.SpoolAsync();
        var mail = await InboundMailReader.TryReadAsync(post, CancellationToken.None);
        return await MailIdentity.OfAsync(mail!, CancellationToken.None);
    }
}
