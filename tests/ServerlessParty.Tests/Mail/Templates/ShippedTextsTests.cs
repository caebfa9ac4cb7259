using System.Globalization;
using ServerlessParty.Access;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Minutes.Letters;
using ServerlessParty.Reminders;
using ServerlessParty.Reminders.Addresses;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.Templates;

/// <summary>The shipped text on the page of texts, filled in, says what the letter says: nobody who saves it unchanged changes a letter.</summary>
public sealed class ShippedTextsTests
{
    private static readonly Uri Link = new("https://party.example.org/u/x");

    public static TheoryData<string> Languages => ["vi", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_shipped_text_is_accepted(string language) => Assert.All(
        [
            ReminderKinds.Reminder, ReminderKinds.Digest, AddressKinds.Correction, MinutesKinds.Receipt, MinutesKinds.Return,
            InboundKinds.Refused, InboundKinds.Secret, InboundKinds.Triaged, AccessKinds.SignIn, AccessKinds.FreshLink,
        ],
        kind => Assert.Empty(TemplateCheck.Refusals(kind, kind.Shipped(CultureInfo.GetCultureInfo(language)))));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Letters_with_links_read_the_same(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);

        ReadsTheSame(SignInLetter.Write("a@example.org", "1", Link, culture), culture);
        ReadsTheSame(FreshLinkLetter.Write("a@example.org", Given.Unit("a"), Link, Given.Day("2026-11-24"), culture), culture);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Letters_that_give_a_paper_back_read_the_same(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = new ReturnText(
            Given.Unit("a"), Given.Key("a", "minutes.regular", "2026-11"), "Thiếu chữ ký", Given.Day("2026-12-04"),
            Given.Day("2026-11-24"), mayAnswer: true, culture);
        var mail = new EventMail(LetterClass.Return, "1", "a@example.org", text.Subject, text.Paragraphs, new(Link, text.Button))
        {
            Closing = [.. text.Closing, "Ban Tổ chức"],
            Values = new(MinutesKinds.Return, text.Values("Ban Tổ chức")),
        };

        ReadsTheSame(mail, culture);
    }

    [Theory]
    [InlineData("vi", true)]
    [InlineData("en", true)]
    [InlineData("vi", false)]
    public void Reminders_read_the_same(string language, bool isOwn)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        OwedPaper paper = new("Biên bản tháng 11/2026", Given.Day("2026-12-05"), -3);
        ReminderLetter letter = isOwn
            ? new([new("Chi bộ 1", Link, [paper])], [], ToDeputy: true, "Ban Tổ chức")
            : new([], [new("Đảng ủy xã", [new("Chi bộ 1", "0912", [paper])])], ToDeputy: false, "");
        var kind = ReminderKinds.Of(letter);
        var shipped = new ReminderLetterText(letter, culture);
        var filled = new ReminderLetterText(letter, culture, ReadyTemplate.Of(kind, kind.Shipped(culture)));

        Assert.Equal((shipped.Subject, shipped.Body), (filled.Subject, filled.Body));
    }

    private static void ReadsTheSame(EventMail mail, CultureInfo culture)
    {
        var kind = mail.Values!.Kind;
        var filled = ReadyTemplate.Of(kind, kind.Shipped(culture))!.Write(mail, mail.Values.Fields);

        Assert.Equal((mail.Subject, mail.ToText()), (filled.Subject, filled.ToText()));
    }
}
