using System.Text.Json;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Minutes.Forms;

public sealed class MinutesFormValuesTests
{
    [Fact]
    public void A_form_that_is_shown_again_and_read_again_is_the_same()
    {
        var form = SampleForm.Read(
            ("remarks", "A - x: y\nchỉ có lời\nB, đồng ý"),
            ("excused", "A (ốm)\nB"),
            ("assignments", "B: dọn cỏ\ndọn rác, C, trước 20/11"),
            ("votes", "10/10\nViệc ngày 5/11: 9/10 nhất trí"),
            ("signedByChair", "Người Khác"));

        Assert.Equal(
            JsonSerializer.Serialize(form), JsonSerializer.Serialize(SampleForm.Read(MinutesFormValues.Of(form))));
    }

    [Fact]
    public void A_new_form_knows_the_members_of_the_unit()
    {
        var values = MinutesFormValues.Of(new MemberCounts(12, 1, 2));

        Assert.Equal(("12", "1", "2"), (values["officialCount"], values["probationaryCount"], values["exemptCount"]));
        Assert.Null(values["chair"]);
    }

    [Fact]
    public void Members_that_are_not_known_are_not_zero() => Assert.Empty(MinutesFormValues.Of(MemberCounts.None));
}
