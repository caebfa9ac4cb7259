using System.Text;
using ServerlessParty.Minutes.Content;

namespace ServerlessParty.Tests.Minutes.Content;

public sealed class SecretMarkTests
{
    public static TheoryData<string> MarkedTexts =>
    [
        "MẬT", "TỐI MẬT", "TUYỆT MẬT", "  MẬT  ", "TỐI  MẬT", "M Ậ T", "\u200bMẬT\ufeff", "Chi bộ thôn 1\nMẬT\nBiên bản",
        "Độ mật: Mật", "Độ mật: MẬT", "độ mật: tối mật", "ĐỘ MẬT: TUYỆT MẬT", "Độ mật : Mật", "Độ mật:Mật", "- Độ mật: Tối mật.",
        "(Độ mật: Mật)", "Độ mật: Mật\tSố: 12-BB", "Độ mật: \"Tối mật\"", "Độ mật:\nMật", "Độ mật\n\nTỐI MẬT", "Số: 12-BB\nĐộ mật: Mật",
        // As they stand in documents typed in the fonts of before Unicode.
        "tèi mËt", "MAÄT", "TUYEÄT MAÄT",
    ];

    public static TheoryData<string> PlainTexts =>
    [
        "", "\n", "Mật", "mật", "Tối mật", "tối mật", "MẬT ONG", "BẢO MẬT", "BÍ MẬT", "bí mật", "bảo mật", "mối liên hệ mật thiết",
        "Giữ mối liên hệ mật thiết với nhân dân", "Quán triệt công tác bảo vệ bí mật nhà nước", "Độ mật:", "Độ mật: Không", "Độ mật: …………",
        "Độ mật: Mật/Tối mật/Tuyệt mật", "Độ mật: ☐ Mật ☐ Tối mật ☐ Tuyệt mật", "Độ mật: mật ong rừng", "Mức độ mật thiết: mật",
        "Ghi \"Độ mật: Mật\" ở góc trên bên trái văn bản", "Mật khẩu", "MẬT KHẨU", "MẬT: ong", "TỐI MẬT MÃ", "Độ mật:\nKhông", "MAT", "MẶT", "MẤT",
        "TUYỆT", "ĐỘ MẬT", "Tuyệt mật lắm", "1. MẬT",
    ];

    public static TheoryData<string> MarkedTitles =>
    [
        "MẬT", "MẬT.docx", "TỐI MẬT.pdf", "TUYỆT MẬT", "[MẬT] Biên bản tháng 11.docx", "(MẬT) Biên bản.pdf", "Biên bản tháng 11 (TỐI MẬT).pdf",
        "[ TUYỆT MẬT ]_bien_ban.pdf", "MẬT (1).docx", "Re: MẬT", "Trả lời: [MẬT] Biên bản", "MẬT - Biên bản tháng 11", "Độ mật: Tối mật",
        "Biên bản {MẬT}", "【MẬT】 Biên bản", "TUYỆT_MẬT.docx", "TỐI MẬT_BB_T11.docx", "T11_TUYỆT MẬT.pdf",
    ];

    public static TheoryData<string> PlainTitles =>
    [
        "", " ", "Biên bản tháng 11.docx", "Họp mật.docx", "mật.docx", "[mật] biên bản.docx", "MẬT ONG.docx", "MẬT ONG RỪNG T11.pdf",
        "Công tác bảo mật.docx", "CÔNG TÁC BẢO MẬT.docx", "CÔNG_TÁC_BẢO_MẬT.docx", "TÀI_LIỆU_TUYỆT_MẬT_LÀ_GÌ.docx", "MẬT_ONG.docx", "BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf", "Re: Bí mật nhà nước",
        "mat.docx", "MAT.docx", "bien-ban-mật-thiết.docx", "Chuyên đề: bảo vệ bí mật nhà nước",
    ];

    [Theory]
    [MemberData(nameof(MarkedTexts))]
    public void A_line_that_is_a_level_or_a_label_with_one_is_a_mark(string text) => AssertBothForms(text, SecretMark.IsInText, expected: true);

    [Theory]
    [MemberData(nameof(PlainTexts))]
    public void Running_text_never_is(string text) => AssertBothForms(text, SecretMark.IsInText, expected: false);

    [Theory]
    [MemberData(nameof(MarkedTitles))]
    public void In_a_title_the_capital_words_alone_or_in_brackets_are(string title) =>
        AssertBothForms(title, SecretMark.IsInTitle, expected: true);

    [Theory]
    [MemberData(nameof(PlainTitles))]
    public void A_title_that_speaks_of_secrets_is_not(string title) => AssertBothForms(title, SecretMark.IsInTitle, expected: false);

    [Fact]
    public void Nothing_and_half_characters_are_no_marks()
    {
        Assert.False(SecretMark.IsInText(null));
        Assert.False(SecretMark.IsInTitle(null));
        Assert.False(SecretMark.IsInText("\ud83d"));
        Assert.False(SecretMark.IsInTitle("\udc00 MẬT ONG"));
    }

    [Fact]
    public void A_heading_of_a_printed_page_may_break_before_its_last_word()
    {
        Assert.False(IsMarked(wrapped: true, "QUY CHẾ BẢO VỆ BÍ", "MẬT"));
        Assert.False(IsMarked(wrapped: true, "TẬP HUẤN CÔNG TÁC BẢO", "MẬT"));
        Assert.True(IsMarked(wrapped: true, "ĐẢNG BỘ XÃ", "MẬT"));
        Assert.True(IsMarked(wrapped: false, "QUY CHẾ BẢO VỆ BÍ", "MẬT"));
    }

    private static bool IsMarked(bool wrapped, params string[] lines)
    {
        var secret = new SecretLines(wrapped);
        return lines.Select(secret.IsMarked).ToList().Contains(true);
    }

    private static void AssertBothForms(string text, Func<string, bool> isIn, bool expected)
    {
        Assert.Equal(expected, isIn(text.Normalize(NormalizationForm.FormC)));
        Assert.Equal(expected, isIn(text.Normalize(NormalizationForm.FormD)));
    }
}
