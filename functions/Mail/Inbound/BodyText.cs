using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Text;

namespace ServerlessParty.Mail.Inbound;

/// <summary>The text of a mail: as it was written, or what its HTML says.</summary>
internal static partial class BodyText
{
    /// <summary>The most bytes of one text part that are looked at.</summary>
    public const int MaxBytes = 1_000_000;

    /// <summary>The plain text; where there is none, that of the HTML. At most <see cref="InboundMail.MaxText"/> characters.</summary>
    public static string Of(string plain, string html)
    {
        var text = (string.IsNullOrWhiteSpace(plain) ? OfHtml(html) : plain).ReplaceLineEndings("\n").Trim();
        return text.Length <= InboundMail.MaxText ? text : text[..InboundMail.MaxText];
    }

    /// <summary>Marks the files that <paramref name="html"/> shows.</summary>
    public static IReadOnlyList<InboundAttachment> MarkShown(IReadOnlyList<InboundAttachment> files, string html)
    {
        var shown = ContentIds().Matches(html).Select(m => Uri.UnescapeDataString(m.Groups[1].Value)).ToHashSet();
        return shown.Count == 0
            ? files
            : [.. files.Select(f => f with { IsShown = f.IsShown || (f.ContentId is { } id && shown.Contains(id)) })];
    }

    private static string OfHtml(string html)
    {
        var text = new StringBuilder();
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
        {
            // Scripts and styles are tokens of another kind.
            if (token is HtmlDataToken { Kind: HtmlTokenKind.Data } data)
            {
                text.Append(WhiteSpace().Replace(data.Data, " "));
            }
            else if (token is HtmlTagToken tag && EndsLine(tag.Id))
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    private static bool EndsLine(HtmlTagId tag) =>
        tag is HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI or HtmlTagId.Table or HtmlTagId.Title
            or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.TD or HtmlTagId.TH;

    [GeneratedRegex(@"cid:([^\s""'<>)]{1,250})", RegexOptions.IgnoreCase)]
    private static partial Regex ContentIds();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
