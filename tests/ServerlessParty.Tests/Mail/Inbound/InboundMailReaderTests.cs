using System.Text;
using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Tests.Mail.Inbound;

/// <summary>The form in which the carrier takes the mail apart.</summary>
public sealed class InboundMailReaderTests
{
    [Fact]
    public async Task Envelope_author_subject_and_text_are_read()
    {
        var mail = await ReadAsync(Posts.Parsed("Biên bản tháng 11/2026", "Kính gửi", to: "NOP+abc@In.example.org"));

        Assert.Equal(("binh@example.org", "nop+abc@in.example.org"), (mail!.Envelope.From, Assert.Single(mail.Envelope.To)));
        Assert.Equal(new MailHead("binh@example.org", "Biên bản tháng 11/2026", "<1@example.org>", false), mail.Head);
        Assert.Equal("Kính gửi", mail.Text);
    }

    [Theory]
    [InlineData("iso-8859-1", "Tri\u00EAn khai", "Triên khai")]
    [InlineData("windows-1252", "5\u0080", "5€")]
    [InlineData("x-nobody-knows-it", "Tri\u00EAn", "Triên")]
    [InlineData("x-nobody-knows-it", "Bi\u00C3\u00AAn", "Biên")]
    [InlineData("utf-7", "+BB4-", "+BB4-")]
    [InlineData("", "Tri\u00EAn", "Triên")]
    public async Task A_field_is_decoded_by_the_charset_given_for_it(string charset, string bytes, string text)
    {
        var post = new Posts().With("charsets", $$"""{"text":"{{charset}}","subject":"UTF-8"}""")
            .With("subject", "Biên bản")
            .With("text", Encoding.Latin1.GetBytes(bytes));

        var mail = await ReadAsync(post);

        Assert.Equal(("Biên bản", text), (mail!.Head.Subject, mail.Text));
    }

    [Fact]
    public async Task Files_are_named_by_what_the_carrier_says_of_them()
    {
        var post = Posts.Parsed("x")
            .WithFile("%PDF-1.4"u8.ToArray(), "attachment.bin", "application/octet-stream")
            .WithFile(new byte[40_000], "logo.png", "image/png")
            .WithFile("%PDF-1.4"u8.ToArray(), "=?utf-8?B?QmnDqm4gYuG6o24ucGRm?=")
            .With("attachment-info", """{"attachment1":{"filename":"Biên bản.pdf","name":"Biên bản.pdf","type":"application/pdf"}}""")
            .With("content-ids", """{"logo@x":"attachment2"}""")
            .With("html", "<img src=\"cid:logo@x\">");

        var mail = await ReadAsync(post);

        Assert.Equal(["Biên bản.pdf", "logo.png", "Biên bản.pdf"], mail!.Attachments.Select(a => a.Name));
        Assert.Equal("application/pdf", mail.Attachments[0].MediaType);
        Assert.Equal(
            [AttachmentUse.Document, AttachmentUse.LeftOut, AttachmentUse.Document], mail.Attachments.Select(MailDocuments.UseOf));
    }

    [Fact]
    public async Task The_bytes_of_a_file_come_back_as_they_were_as_often_as_asked()
    {
        byte[] bytes = [.. Enumerable.Range(0, 300_000).Select(n => (byte)(n % 251))];
        await using var post = await Posts.Parsed("x").WithFile(bytes, "a.pdf").WithFile([1], "b.pdf").SpoolAsync();
        var mail = await InboundMailReader.TryReadAsync(post, CancellationToken.None);

        foreach (var _ in new[] { 1, 2 })
        {
            var copy = new MemoryStream();
            await using var open = mail!.Attachments[0].Open();
            await open.CopyToAsync(copy);
            Assert.Equal(bytes, copy.ToArray());
        }
    }

    [Theory]
    [InlineData("From: a@example.org\nFrom: b@example.org\n")]
    [InlineData("From: a@example.org, b@example.org\n")]
    [InlineData("From: undisclosed:;\n")]
    [InlineData("From: nobody\n")]
    public async Task A_mail_without_one_author_has_none(string headers)
    {
        var post = new Posts().With("headers", headers).With("subject", "x");

        Assert.Null((await ReadAsync(post))!.Head.From);
    }

    [Fact]
    public async Task Without_a_block_of_headers_the_author_is_taken_from_its_field() =>
        Assert.Equal("binh@example.org", (await ReadAsync(new Posts().With("from", "Bình <Binh@example.org>")))!.Head.From);

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("Auto-Submitted: no", false)]
    [InlineData("Auto-Submitted: No (by hand)", false)]
    [InlineData("Precedence: bulk", true)]
    [InlineData("Precedence: Junk", true)]
    [InlineData("Precedence: first-class", false)]
    [InlineData("List-Id: <a.example.org>", true)]
    [InlineData("List-Unsubscribe: <mailto:x@example.org>", true)]
    [InlineData("X-Mailer: Phone", false)]
    public async Task A_mail_of_a_program_or_a_list_says_so_in_its_headers(string header, bool automatic) =>
        Assert.Equal(automatic, (await ReadAsync(Posts.Parsed("x", headers: header + "\n")))!.Head.IsAutomatic);

    [Theory]
    [InlineData("pass", "{@a.example.org : pass, @b.example.org : fail}", true, "a.example.org")]
    [InlineData("softfail", "none", false, "")]
    [InlineData("Pass", "{@A.example.org : Pass}{@c.example.org:pass}", true, "a.example.org c.example.org")]
    [InlineData("", "{pass}", false, "")]
    public async Task The_carriers_checks_are_read(string spf, string dkim, bool spfPassed, string signers)
    {
        var checks = (await ReadAsync(Posts.Parsed("x", spf: spf, dkim: dkim)))!.Checks;

        Assert.Equal((spfPassed, signers), (checks.SpfPassed, string.Join(' ', checks.DkimDomains)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{\"to\":\"x\",\"from\":7}")]
    public async Task An_envelope_that_says_nothing_is_an_empty_one(string envelope)
    {
        var mail = await ReadAsync(new Posts().With("envelope", envelope).With("subject", "x"));

        Assert.Equal(("", 0), (mail!.Envelope.From, mail.Envelope.To.Count));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=other")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task A_post_that_is_no_such_form_is_not_read(string? contentType)
    {
        await using var post = await SpooledPost.CreateAsync(new MemoryStream(Posts.Parsed("x").ToBytes()), contentType, CancellationToken.None);

        Assert.Null(await InboundMailReader.TryReadAsync(post, CancellationToken.None));
    }

    [Fact]
    public async Task A_post_that_was_cut_off_is_not_read()
    {
        var whole = Posts.Parsed("x").WithFile(new byte[1_000], "a.pdf");
        await using var post = await SpooledPost.CreateAsync(
            new MemoryStream(whole.ToBytes()[..^200]), whole.ContentType, CancellationToken.None);

        Assert.Null(await InboundMailReader.TryReadAsync(post, CancellationToken.None));
    }

    [Fact]
    public async Task A_post_of_too_many_fields_is_not_read()
    {
        var post = Enumerable.Range(0, 600).Aggregate(new Posts(), (p, n) => p.With($"field{n}", "x"));

        Assert.Null(await ReadAsync(post));
    }

    private static async Task<InboundMail?> ReadAsync(Posts posts)
    {
        // What is asked of these mails lies in memory, so that it outlives the post.
        await using var post = await posts.SpoolAsync();
        return await InboundMailReader.TryReadAsync(post, CancellationToken.None);
    }
}
