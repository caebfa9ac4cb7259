using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

public sealed class RetryLetterTests
{
    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task A_failed_letter_of_today_goes_with_the_next_run()
    {
        var a = await EndedAsync(new HandOver.Refused("full"));

        Assert.IsType<LetterRetry.Done>(await RetryAsync(LetterVerdict.None));

        Assert.Equal(1, (await _scene.SendAsync()).HandedOver);
        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(a, "-7")]);
    }

    [Fact]
    public async Task A_failed_letter_of_an_earlier_day_is_planned_anew()
    {
        var a = await EndedAsync(new HandOver.Refused("full"));
        _scene.GoTo(ReminderScene.Monday.AddDays(1));
        await _scene.PlanAsync();

        Assert.IsType<LetterRetry.Done>(await RetryAsync(LetterVerdict.None));

        Assert.Equal(new(1, 1, 0), await _scene.PlanAsync());
        Assert.Equal(1, (await _scene.SendAsync()).HandedOver);
        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(a, "-7")]);
    }

    [Fact]
    public async Task An_uncertain_letter_needs_a_persons_word()
    {
        var a = await EndedAsync(new HandOver.Unknown("cut"));

        Assert.IsType<LetterRetry.NeedsVerdict>(await RetryAsync(LetterVerdict.None));
        var done = Assert.IsType<LetterRetry.Done>(await RetryAsync(LetterVerdict.Sent));

        Assert.Equal(LetterState.HandedOver, done.After.Letter.State);
        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(a, "-7")]);
        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
    }

    [Fact]
    public async Task An_uncertain_letter_may_be_sent_again_on_a_persons_word()
    {
        await EndedAsync(new HandOver.Unknown("cut"));

        Assert.IsType<LetterRetry.Done>(await RetryAsync(LetterVerdict.Again));

        Assert.Equal(1, (await _scene.SendAsync()).HandedOver);
    }

    [Fact]
    public async Task A_letter_that_left_is_not_sent_again()
    {
        await EndedAsync(new HandOver.Taken("id"));

        Assert.IsType<LetterRetry.Refused>(await RetryAsync(LetterVerdict.Again));
    }

    private async Task<ObligationKey> EndedAsync(HandOver answer)
    {
        var a = _scene.Owe("a");
        await _scene.PlanAsync();
        _scene.Mailer.Answer = _ => answer;
        await _scene.SendAsync();
        _scene.Mailer.Answer = _ => new HandOver.Taken("later");
        return a;
    }

    private Task<LetterRetry> RetryAsync(LetterVerdict verdict) => new RetryLetter(
        _scene.Settings, _scene.Ledger, _scene.Letters, new(_scene.Ledger, _scene.Letters), _scene.Trail)
        .RunAsync(_scene.Letters.All.First().Letter.Id, verdict, "grant:1", _scene.Calendar, default);
}
