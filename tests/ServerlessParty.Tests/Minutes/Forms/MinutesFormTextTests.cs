using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Forms;

namespace ServerlessParty.Tests.Minutes.Forms;

public sealed class MinutesFormTextTests
{
    [Fact]
    public void All_that_was_typed_can_be_found()
    {
        var words = MinutesWords.Of(MinutesFormText.Of(SampleForm.Read(("signedByChair", "Lý Văn Ký"))));

        Assert.All(
            MinutesWords.Of("05-BB/CB thôn 3 Thử ốm Vắng Mẫu Khách 12 thời sự phòng cháy lúa mùa Ví Dụ thống nhất rà soát 20/11 Nghị quyết Ký"),
            word => Assert.Contains(word, words));
    }

    [Fact]
    public void Headings_that_every_form_has_are_no_text() =>
        Assert.Equal("Thống nhất.", MinutesFormText.Of(new() { Conclusions = "Thống nhất." }));
}
