using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Tests.Mail.Templates;

public sealed class TemplateCheckTests
{
    private const string Body = "Kính gửi {unit},\n\n{link}\n\nTrân trọng.";

    private static readonly LetterKind Kind = new(
        "test",
        [new("paper", FieldPlace.Anywhere), new("unit", FieldPlace.Body), new("link", FieldPlace.Alone, IsNeeded: true)],
        "link", _ => new("[Thư] {paper}", Body));

    [Theory]
    [InlineData("Đã nhận {paper}", Body)]
    [InlineData("Ngoặc {{nhọn}}", Body)]
    [InlineData("Thư", "{link}")]
    [InlineData("Thư", "{ unit } và {unit}\n\n  {link}  ")]
    public void A_template_that_can_be_sent_is_taken(string subject, string body) =>
        Assert.Empty(TemplateCheck.Refusals(Kind, TemplateCheck.Clean(new(subject, body))));

    [Theory]
    [InlineData("", Body, TemplateFlaw.Empty, true, 0)]
    [InlineData("Thư", " ", TemplateFlaw.Empty, false, 0)]
    [InlineData("a\nb", Body, TemplateFlaw.SubjectOfSeveralLines, true, 0)]
    [InlineData("Gửi minh@example.org", Body, TemplateFlaw.AddressInSubject, true, 0)]
    [InlineData("Gửi {unit}", Body, TemplateFlaw.NotInSubject, true, 0)]
    [InlineData("Thư \a", Body, TemplateFlaw.ControlCharacter, true, 0)]
    [InlineData("Thư", "một\n{unit\n\n{link}", TemplateFlaw.Unclosed, false, 2)]
    [InlineData("Thư", "{a{unit}}\n\n{link}", TemplateFlaw.Unclosed, false, 1)]
    [InlineData("Thư", "một }\n\n{link}", TemplateFlaw.Unopened, false, 1)]
    [InlineData("Thư", "{}\n\n{link}", TemplateFlaw.NoField, false, 1)]
    [InlineData("Thư", "một\nhai {dueDay}\n\n{link}", TemplateFlaw.UnknownField, false, 2)]
    [InlineData("Thư", "{Unit}\n\n{link}", TemplateFlaw.UnknownField, false, 1)]
    [InlineData("Thư", "Bấm {link} đi", TemplateFlaw.NotAlone, false, 0)]
    [InlineData("Thư", "{link}\n\n{link}", TemplateFlaw.Twice, false, 0)]
    [InlineData("Thư", "Kính gửi {unit}", TemplateFlaw.Missing, false, 0)]
    public void A_template_that_breaks_is_refused_and_says_where(
        string subject, string body, TemplateFlaw flaw, bool inSubject, int line)
    {
        var refusal = Assert.Single(TemplateCheck.Refusals(Kind, TemplateCheck.Clean(new(subject, body))));

        Assert.Equal((flaw, inSubject, line), (refusal.Flaw, refusal.InSubject, refusal.Line));
        Assert.Contains(": ", TemplateTexts.Refusal(refusal), StringComparison.Ordinal);
        Assert.Null(ReadyTemplate.Of(Kind, TemplateCheck.Clean(new(subject, body))));
    }

    [Fact]
    public void Too_much_text_is_refused()
    {
        Assert.Equal(
            TemplateFlaw.TooLong,
            Assert.Single(TemplateCheck.Refusals(Kind, new(new string('a', TemplateCheck.MaxSubject + 1), Body))).Flaw);
        Assert.Equal(
            TemplateFlaw.TooLong,
            Assert.Single(TemplateCheck.Refusals(Kind, new("Thư", Body + new string('a', TemplateCheck.MaxBody)))).Flaw);
    }

    [Fact]
    public void Random_text_is_refused_or_filled_and_never_breaks()
    {
        var random = new Random(4);
        const string Alphabet = "{}ab link\nunit@é\u0301";
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var template = TemplateCheck.Clean(new("Thư", text + "\n\n{link}"));
            var ready = ReadyTemplate.Of(Kind, template);
            Assert.Equal(TemplateCheck.Refusals(Kind, template).Count == 0, ready is not null);
            _ = ready?.Before(new Dictionary<string, string> { ["unit"] = "{link}" });
        }
    }

    [Fact]
    public void A_value_is_text_whatever_braces_it_holds_and_the_same_values_make_the_same_letter()
    {
        var ready = ReadyTemplate.Of(Kind, new("Về {paper}", Body))!;
        var values = new Dictionary<string, string> { ["unit"] = "{link} <b>", ["paper"] = "một\nhai" };

        Assert.Equal(["Kính gửi {link} <b>,"], ready.Before(values));
        Assert.Equal(["Trân trọng."], ready.After(values));
        Assert.Equal("Về một hai", ready.Subject(values));
        Assert.Equal(ready.Before(values), ready.Before(values));
    }
}
