using static ServerlessParty.Tests.Mail.Inbound.OddMail;

namespace ServerlessParty.Tests.Mail.Inbound;

/// <summary>Mails whose words and bytes are written in unusual ways.</summary>
internal static class OddWords
{
    private const string Vietnamese = "Biên bản họp chi bộ";

    public static IEnumerable<OddMail> All =>
    [
        Subject("encoded word, base64", "=?UTF-8?B?QmnDqm4gYuG6o24=?=", "Biên bản"),
        Subject("encoded words cut within a letter", "=?utf-8?B?QmnDqm4gYuG6?=\r\n =?utf-8?B?o24=?=", "Biên bản"),
        Subject("encoded word, quoted", "=?iso-8859-1?Q?Tri=EAn_khai?=", "Triên khai"),
        Subject("encoded word that is not closed", "=?utf-8?Q?Bien_ban", "=?utf-8?Q?Bien_ban"),
        Subject("encoded word of an unknown charset", "=?x-what?B?QWJj?=", "Abc"),
        Subject("bare UTF-8", Utf8(Vietnamese), Vietnamese),
        Subject("bare Latin-1", "Tri\u00EAn khai", "Triên khai"),
        Subject("folded with tabs", "thang\r\n\t11/2026", "thang 11/2026"),
        Named("RFC 2231", "filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n.pdf", "Biên bản.pdf"),
        Named("RFC 2231 in pieces", "filename*0*=UTF-8''Bi%C3%AAn; filename*1*=%20b%E1%BA%A3n; filename*2=.pdf", "Biên bản.pdf"),
        Named("encoded word as a name", "filename=\"=?utf-8?B?QmnDqm4gYuG6o24ucGRm?=\"", "Biên bản.pdf"),
        Named("bare UTF-8 as a name", $"filename=\"{Utf8("Biên bản.pdf")}\"", "Biên bản.pdf"),
        Named("decomposed name", $"filename=\"{Utf8("Biên bản.pdf".Normalize(System.Text.NormalizationForm.FormD))}\"", "Biên bản.pdf"),
        Named("a name without quotes", "filename=bien ban.pdf", "bien ban.pdf"),
        Named("a name with line breaks in it", "filename*=UTF-8''a%0D%0Ab.pdf", "a  b.pdf"),
        new("a name in the type only", Head + Mixed($"Content-Type: application/pdf; name=\"x.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Pdf}"), ["x.pdf"]),
        new("no name", Head + Mixed($"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n{Pdf}"), [""]),
        Body("quoted-printable", "text/plain; charset=utf-8", "quoted-printable", "Bi=C3=AAn b=E1=BA=\r\n=a3n", "Biên bản"),
        Body("broken quoted-printable", "text/plain; charset=utf-8", "quoted-printable", "Bien =ZZ ban=", "Bien =ZZ ban"),
        Body("Latin-1", "text/plain; charset=iso-8859-1", "8bit", "Tri\u00EAn khai", "Triên khai"),
        Body("Windows code page", "text/plain; charset=windows-1252", "8bit", "gi\u00E1 5\u0080", "giá 5€"),
        Body("unknown charset, UTF-8 bytes", "text/plain; charset=x-unknown", "8bit", Utf8(Vietnamese), Vietnamese),
        Body("called ASCII, UTF-8 bytes", "text/plain; charset=us-ascii", "8bit", Utf8(Vietnamese), Vietnamese),
        Body("no charset, Latin-1 bytes", "text/plain", "8bit", "Tri\u00EAn", "Triên"),
        Body("UTF-16", "text/plain; charset=utf-16", "base64", Convert.ToBase64String(System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes(Vietnamese)).ToArray()), Vietnamese),
        Body("flowed", "text/plain; charset=utf-8; format=flowed", "7bit", "Kinh gui \r\ndong chi", "Kinh gui dong chi"),
        Body("flowed, its spaces deleted", "text/plain; charset=utf-8; format=flowed; delsp=yes", "7bit", "bien- \r\nban", "bien-ban"),
        Body("only HTML", "text/html; charset=utf-8", "8bit", Utf8("<style>p{}</style><script>x()</script><p>Kính g&#7917;i</p><p>đồng chí"), "Kính gửi\n\nđồng chí"),
        Body("zeros in the text", "text/plain", "8bit", "Kinh\0gui", "Kinh\0gui"),
        Coded("base64 with junk", "base64", $"{Pdf[..8]} \r\n*!\t\r\n{Pdf[8..]}\r\n"),
        Coded("base64 in capitals", "BASE64", Pdf),
        Coded("binary", "binary", "%PDF-1.4\n\0\u0080"),
        Coded("uuencoded", "x-uuencode", "begin 644 a.pdf\r\n))5!$1BTQ+C0*\r\n`\r\nend\r\n"),
        new("a type that is none: kept as a file", Head + "Content-Type: ;;\r\n\r\nXin chao", [""]),
        new("no body", Head + "Subject: thang 11\r\n", [], Subject: "thang 11"),
        new("an empty file", Head + Mixed("Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"rong.bin\"\r\n\r\n"), ["rong.bin"]),
    ];

    private static OddMail Subject(string name, string header, string subject) =>
        new("subject: " + name, $"{Head}Subject: {header}\r\n\r\nx", [], Subject: subject);

    private static OddMail Named(string name, string parameter, string file) => new(
        "file name: " + name,
        Head + Mixed($"Content-Type: application/pdf\r\nContent-Disposition: attachment; {parameter}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Pdf}"),
        [file]);

    private static OddMail Body(string name, string type, string encoding, string bytes, string text) =>
        new("text: " + name, $"{Head}Content-Type: {type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{bytes}", [], Text: text);

    private static OddMail Coded(string name, string encoding, string bytes) => new(
        "file: " + name,
        Head + Mixed($"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"a.pdf\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{bytes}"),
        ["a.pdf"]);
}
