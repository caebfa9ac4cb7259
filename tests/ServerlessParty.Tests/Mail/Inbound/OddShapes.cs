using static ServerlessParty.Tests.Mail.Inbound.OddMail;

namespace ServerlessParty.Tests.Mail.Inbound;

/// <summary>Mails whose parts are put together in unusual ways.</summary>
internal static class OddShapes
{
    public static IEnumerable<OddMail> All =>
    [
        new("only text", Head + "Subject: thang 11\r\n\r\nXin chao", [], Subject: "thang 11", Text: "Xin chao"),
        new("text and a file", Head + Mixed(TextPart(), File()), ["bien-ban.pdf"], Text: "Kinh gui"),
        new("alternative and a file", Head + Mixed(Of("alternative", "b2", TextPart(), HtmlPart("<b>x</b>")), File()), ["bien-ban.pdf"], Text: "Kinh gui"),
        new("logo within related within mixed",
            Head + Mixed(
                Of("related", "b2", Of("alternative", "b3", TextPart(), HtmlPart("<img src=\"cid:logo@x\">")),
                    Picture("logo.jpg", 90_000, "Content-ID: <logo@x>\r\n")),
                File()),
            ["bien-ban.pdf"], ["logo.jpg"]),
        new("twelve multiparts deep", Head + Nested(12), ["bien-ban.pdf"]),
        new("deeper than is read: what lies there stays one file", Head + Nested(60), [""]),
        new("no end boundary", Head + Mixed(TextPart(), File()).Replace("--b1--\r\n", "", StringComparison.Ordinal), ["bien-ban.pdf"]),
        new("cut off in the middle of base64", Head + Mixed(TextPart(), File())[..^20], ["bien-ban.pdf"]),
        new("a boundary that never comes", Head + "Content-Type: multipart/mixed; boundary=never\r\n\r\nXin chao\r\n", []),
        new("no boundary at all", Head + "Content-Type: multipart/mixed\r\n\r\nXin chao\r\n", []),
        new("spaces behind the boundary", Head + Mixed(TextPart(), File()).Replace("--b1\r\n", "--b1  \t\r\n", StringComparison.Ordinal), ["bien-ban.pdf"]),
        new("an odd boundary", Head + Of("mixed", "=_('x')+:?/.,", TextPart(), File()), ["bien-ban.pdf"]),
        new("line ends of Unix", (Head + Mixed(TextPart(), File())).Replace("\r\n", "\n", StringComparison.Ordinal), ["bien-ban.pdf"]),
        new("preamble and epilogue", Head + Mixed(TextPart(), File()).Replace("\r\n\r\n--b1\r\nContent-Type: text", "\r\n\r\nThis is MIME.\r\n--b1\r\nContent-Type: text", StringComparison.Ordinal) + "\r\nbye\r\n", ["bien-ban.pdf"]),
        new("a forwarded mail is opened", Head + Mixed(TextPart(), "Content-Type: message/rfc822\r\n\r\n" + Head + Mixed(TextPart(), File("trong.pdf"))), ["trong.pdf"]),
        new("a mail saved as a file is opened", Head + Mixed(TextPart(), Saved(Head + Mixed(TextPart(), File("luu.pdf")))), ["luu.pdf"]),
        new("a mail within a mail within a mail stays closed",
            Head + Mixed("Content-Type: message/rfc822\r\n\r\n" + Head + Mixed(
                File("mot.pdf"), "Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=\"hai.eml\"\r\n\r\n" + Head + Of("mixed", "b9", File("ba.pdf")))),
            ["mot.pdf", "hai.eml"]),
        new("a forwarded mail without files stays itself", Head + Mixed(TextPart(), "Content-Type: message/rfc822\r\n\r\nSubject: xin\r\n\r\nchao"), ["xin.eml"]),
        new("winmail.dat", Head + Mixed(TextPart(), File("winmail.dat", "application/octet-stream")), [], ["winmail.dat"]),
        new("the same by its type", Head + Mixed(TextPart(), File("part.bin", "application/ms-tnef")), [], ["part.bin"]),
        new("a signed mail", Head + Of("signed", "b7", Mixed(TextPart(), File()), File("smime.p7s", "application/pkcs7-signature")), ["bien-ban.pdf"], ["smime.p7s"]),
        new("a business card and an invitation", Head + Mixed(TextPart(), File("binh.vcf", "text/x-vcard"), File("hop.ics", "text/calendar"), File()), ["bien-ban.pdf"], ["binh.vcf", "hop.ics"]),
        new("what a server named", Head + Mixed(TextPart(), File("ATT00001.htm", "text/html"), File("ATT00002.txt", "text/plain"), File()), ["bien-ban.pdf"], ["ATT00001.htm", "ATT00002.txt"]),
        new("an icon nobody refers to", Head + Mixed(TextPart(), Picture("facebook.png", 900), File()), ["bien-ban.pdf"], ["facebook.png"]),
        new("a photo put into the text by a phone", Head + Mixed(TextPart(), Picture("IMG_1.jpg", 90_000), TextPart("2")), ["IMG_1.jpg"]),
        new("a picture that the text shows", Head + Of("related", "b2", HtmlPart("<img src='cid:a%40b'>"), Picture("anh.jpg", 90_000, "Content-ID: <a@b>\r\n")), [], ["anh.jpg"]),
        new("a paper with a content-id stays a paper", Head + Of("related", "b2", HtmlPart("<a href='cid:p@x'>"), File(more: "Content-ID: <p@x>\r\n")), ["bien-ban.pdf"]),
        new("the same name twice", Head + Mixed(File(), File()), ["bien-ban.pdf", "bien-ban.pdf"]),
        new("a text sent as a file", Head + Mixed(TextPart(), File("bien-ban.txt", "text/plain")), ["bien-ban.txt"]),
        new("a notice that a letter did not arrive",
            Head + Of("report", "b5", TextPart("Failed"), "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nAction: failed", "Content-Type: text/rfc822-headers\r\n\r\nSubject: x"),
            [], ["", "x.eml"], Text: "Failed"),
    ];

    private static string Nested(int levels) => Enumerable.Range(0, levels)
        .Aggregate(File(), (inner, level) => Of("mixed", $"n{level}", inner));

    private static string Saved(string mail) =>
        "Content-Type: application/octet-stream; name=\"thu.eml\"\r\nContent-Disposition: attachment; filename=\"thu.eml\"\r\n"
        + $"Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(System.Text.Encoding.Latin1.GetBytes(mail))}";
}
