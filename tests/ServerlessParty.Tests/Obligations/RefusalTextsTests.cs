using System.Globalization;
using System.Reflection;
using ServerlessParty.Classification;
using ServerlessParty.Obligations;

namespace ServerlessParty.Tests.Obligations;

public sealed class RefusalTextsTests
{
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_refusal_has_a_sentence_in_both_languages(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.DoesNotContain(Codes(typeof(RefusalCodes)), c => ObligationsTexts.Find($"Refusal.{c}") is null);
        Assert.DoesNotContain(Codes(typeof(ClosureRefusals)), c => ObligationsTexts.Find($"Refusal.{c}") is null);
        Assert.DoesNotContain(Codes(typeof(CampaignRefusals)), c => ClassificationTexts.Find($"Refusal.{c}") is null);
    }

    [Theory]
    [InlineData("2026-11", "tháng 11/2026", "month 11/2026")]
    [InlineData("2026-Q4", "quý 4/2026", "quarter 4/2026")]
    [InlineData("2026", "năm 2026", "year 2026")]
    public void A_period_is_said_as_people_say_it(string period, string vietnamese, string english)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        Assert.Equal(vietnamese, ObligationNames.Of(Period.Parse(period)));

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal(english, ObligationNames.Of(Period.Parse(period)));
    }

    private static List<string> Codes(Type words)
    {
        var codes = words.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!)
            .ToList();
        Assert.NotEmpty(codes);
        return codes;
    }
}
