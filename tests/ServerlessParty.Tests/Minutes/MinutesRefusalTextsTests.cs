using System.Globalization;
using System.Reflection;
using ServerlessParty.Minutes;

namespace ServerlessParty.Tests.Minutes;

public sealed class MinutesRefusalTextsTests
{
    public static IEnumerable<string> Words => typeof(MinutesRefusals).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    public static TheoryData<string> Codes => new(Words);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_refusal_says_what_to_do_in_both_languages(string code)
    {
        var vietnamese = MinutesRefusalTexts.Find(code, CultureInfo.GetCultureInfo("vi"));
        var english = MinutesRefusalTexts.Find(code, CultureInfo.GetCultureInfo("en"));

        Assert.EndsWith(".", vietnamese, StringComparison.Ordinal);
        Assert.EndsWith(".", english, StringComparison.Ordinal);
        Assert.NotEqual(vietnamese, english);
    }

    [Fact]
    public void The_sentence_comes_in_the_readers_language()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.StartsWith("This file is empty", MinutesRefusalTexts.Of(MinutesRefusals.Empty), StringComparison.Ordinal);

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        Assert.StartsWith("Tệp này trống", MinutesRefusalTexts.Of(MinutesRefusals.Empty), StringComparison.Ordinal);
    }
}
