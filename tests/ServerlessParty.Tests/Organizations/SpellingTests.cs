using System.Text;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Organizations;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("Chủ trì: Đ/c Ân (Bí thư)\nThư ký", "chu tri: d/c an (bi thu)\nthu ky")]
    [InlineData("ĐẢNG CỘNG SẢN VIỆT NAM", "dang cong san viet nam")]
    [InlineData("Ðảng", "dang")] // the look-alike letter of old fonts
    [InlineData("10／12", "10/12")]
    [InlineData("a\u00a0b\u200bc", "a bc")]
    public void A_plain_text_has_no_accents_and_case_but_its_punctuation(string text, string plain)
    {
        Assert.Equal(plain, Spelling.Plain(text));
        Assert.Equal(plain, Spelling.Plain(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Half_a_character_is_shown_as_damaged() => Assert.Equal("x\ufffdy", Spelling.Plain("x\ud83dy"));

    [Theory]
    [InlineData("Điện thoại bí thư", "dienthoaibithu")]
    [InlineData("E-mail", "email")]
    [InlineData("MÃ SỐ (1)", "maso1")]
    public void A_folded_text_is_its_letters_and_digits(string text, string folded) =>
        Assert.Equal(folded, Spelling.Fold(text));
}
