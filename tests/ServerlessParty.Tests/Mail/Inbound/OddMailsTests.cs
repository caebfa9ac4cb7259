using System.Text;
using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Tests.Mail.Inbound;

/// <summary>The corpus: every mail is read, in the raw form and forwarded as a file within the parsed one.</summary>
public sealed class OddMailsTests
{
    private static readonly OddMail[] Corpus = [.. OddShapes.All, .. OddWords.All];

    public static TheoryData<string> Names => new(Corpus.Select(m => m.Name));

    [Fact]
    public void The_corpus_has_more_than_forty_mails() => Assert.True(Corpus.DistinctBy(m => m.Name).Count() > 40);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_odd_mail_is_read(string name)
    {
        var odd = Corpus.Single(m => m.Name == name);
        await using var post = await Posts.Raw(odd.ToBytes()).SpoolAsync();

        var mail = await InboundMailReader.TryReadAsync(post, CancellationToken.None);

        Assert.NotNull(mail);
        Assert.Equal(odd.Documents, NamesOf(mail, use => use is AttachmentUse.Document));
        Assert.Equal(odd.Others ?? [], NamesOf(mail, use => use is not AttachmentUse.Document));
        Assert.Equal(odd.Subject ?? mail.Head.Subject, mail.Head.Subject);
        Assert.Contains(odd.Text ?? "", mail.Text, StringComparison.Ordinal);
        await PdfsAreWholeAsync(mail);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_same_mail_forwarded_as_a_file_gives_the_same_documents(string name)
    {
        var odd = Corpus.Single(m => m.Name == name);
        await using var post = await Posts.Parsed("Fwd").WithFile(odd.ToBytes(), "thu.eml", "message/rfc822").SpoolAsync();

        var mail = await InboundMailReader.TryReadAsync(post, CancellationToken.None);

        // Mails within the forwarded one stay closed, and so do their files.
        var files = odd.Documents.Concat(odd.Others ?? []).ToList();
        var isForwarded = odd.Bytes.Contains("rfc822\r\n", StringComparison.Ordinal) || odd.Bytes.Contains("thu.eml", StringComparison.Ordinal);
        Assert.NotNull(mail);
        Assert.All(isForwarded ? [] : files, file => Assert.Contains(file, mail.Attachments.Select(a => a.Name)));
        Assert.NotEmpty(mail.Attachments);
    }

    /// <summary>Bytes of the corpus changed, cut and doubled at random, the same way in every run.</summary>
    [Fact]
    public async Task No_bytes_make_the_reader_fail()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 600; round++)
        {
            var bytes = Corpus[random.Next(Corpus.Length)].ToBytes().ToList();
            for (var change = random.Next(1, 12); change > 0 && bytes.Count > 1; change--)
            {
                var at = random.Next(bytes.Count);
                bytes[at] = (byte)random.Next(256);
                bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                bytes.InsertRange(at, bytes.GetRange(0, Math.Min(random.Next(30), bytes.Count)));
            }

            await using var post = await Posts.Raw([.. bytes]).SpoolAsync();
            if (await InboundMailReader.TryReadAsync(post, CancellationToken.None) is { } mail)
            {
                Assert.Equal(64, (await MailIdentity.OfAsync(mail, CancellationToken.None)).Value.Length);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Xin chao dong chi, khong phai thu")]
    public async Task What_is_no_mail_is_not_read(string bytes)
    {
        await using var post = await Posts.Raw(Encoding.ASCII.GetBytes(bytes)).SpoolAsync();

        Assert.Null(await InboundMailReader.TryReadAsync(post, CancellationToken.None));
    }

    [Fact]
    public async Task Winmail_dat_is_told_from_what_is_only_left_out()
    {
        var odd = Corpus.Single(m => m.Name == "winmail.dat");
        await using var post = await Posts.Raw(odd.ToBytes()).SpoolAsync();

        var mail = await InboundMailReader.TryReadAsync(post, CancellationToken.None);

        Assert.Equal(AttachmentUse.Packed, MailDocuments.UseOf(Assert.Single(mail!.Attachments)));
    }

    [Theory]
    [InlineData("parts", "--b1\r\n\r\na\r\n", 600)]
    [InlineData("parts", "--b1\r\n\r\na\r\n", 300_000)]
    [InlineData("headers", "", 6_000)]
    public async Task A_mail_built_to_exhaust_its_reader_is_not_read(string what, string part, int times)
    {
        var repeated = new StringBuilder(OddMail.Head);
        repeated.Insert(repeated.Length, "a: b\r\n", what == "headers" ? times : 0);
        repeated.Append("Content-Type: multipart/mixed; boundary=b1\r\n\r\n").Insert(repeated.Length, part, times);
        await using var post = await Posts.Raw(Encoding.ASCII.GetBytes(repeated.ToString())).SpoolAsync();

        var mail = await InboundMailReader.TryReadAsync(post, CancellationToken.None);

        Assert.Null(mail);
    }

    private static IEnumerable<string> NamesOf(InboundMail mail, Func<AttachmentUse, bool> wanted) =>
        mail.Attachments.Where(a => wanted(MailDocuments.UseOf(a))).Select(a => a.Name);

    private static async Task PdfsAreWholeAsync(InboundMail mail)
    {
        foreach (var pdf in mail.Attachments.Where(a => a.Name.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(pdf.Open(), Encoding.Latin1);
            Assert.StartsWith("%PDF-1.4", await text.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }
}
