using System.Globalization;
using ServerlessParty.Obligations;

namespace ServerlessParty.Tests.Obligations;

public sealed class ObligationNamesTests
{
    [Theory]
    [InlineData("minutes.regular", "2026-11", "vi", "Biên bản sinh hoạt chi bộ thường kỳ tháng 11/2026")]
    [InlineData("minutes.thematic", "2026-Q4", "vi", "Biên bản sinh hoạt chi bộ chuyên đề quý 4/2026")]
    [InlineData("rating.organization", "2026", "vi", "Hồ sơ đánh giá, xếp loại tổ chức đảng năm 2026")]
    [InlineData("rating.members", "2026", "vi", "Hồ sơ đánh giá, xếp loại đảng viên năm 2026")]
    [InlineData("rating.members", "2026", "en", "Rating dossier of the Party members, year 2026")]
    [InlineData("dues.paid", "first-half", "vi", "Việc dues.paid first-half")]
    public void What_is_owed_has_a_name_in_words(string kind, string period, string language, string name) => Assert.Equal(
        name, ObligationNames.Of(ObligationKind.Parse(kind), Period.Parse(period), CultureInfo.GetCultureInfo(language)));
}
