using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Reminders;

/// <summary>What becomes of a letter that an event caused when the request that sent it died half way (I4).</summary>
public sealed class LetterSettlingTests
{
    private readonly ReminderScene _scene = new();

    [Theory]
    [InlineData(LetterClass.Receipt)]
    [InlineData(LetterClass.Return)]
    [InlineData(LetterClass.Access)]
    public async Task What_certainly_did_not_leave_has_failed_since_its_text_is_gone(string letterClass)
    {
        await BeginAsync(letterClass);
        _scene.Wait(TimeSpan.FromMinutes(16));

        Assert.Equal(new(0, 1, 0, 0), await _scene.SendAsync());

        Assert.Equal(LetterState.Failed, Assert.Single(_scene.Letters.All).Letter.State);
        Assert.Empty(_scene.Mailer.Taken);
    }

    [Fact]
    public async Task What_may_have_left_is_uncertain_and_not_sent_again()
    {
        _scene.Mailer.CanRecall = false;
        await BeginAsync(LetterClass.Receipt);
        _scene.Wait(TimeSpan.FromMinutes(16));

        Assert.Equal(new(0, 0, 1, 0), await _scene.SendAsync());

        Assert.Empty(_scene.Mailer.CallSizes);
    }

    [Fact]
    public async Task What_left_is_handed_over()
    {
        var letter = await BeginAsync(LetterClass.Receipt);
        await _scene.Mailer.HandOverAsync([new(letter.Id, 1, letter.To, "Đã nhận", "", "")], default);
        _scene.Wait(TimeSpan.FromMinutes(16));

        Assert.Equal(new(1, 0, 0, 0), await _scene.SendAsync());
    }

    [Fact]
    public async Task An_attempt_under_way_is_left_alone()
    {
        await BeginAsync(LetterClass.Receipt);
        _scene.Wait(TimeSpan.FromMinutes(14));

        await _scene.SendAsync();

        Assert.Equal(LetterState.Sending, Assert.Single(_scene.Letters.All).Letter.State);
    }

    private async Task<Letter> BeginAsync(string letterClass) =>
        (await _scene.Letters.BeginAsync(letterClass, "cell-1.1", ReminderScene.Monday, "a@example.vn", default))!;
}
