using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Reminders;
using ServerlessParty.Reminders.Letters;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders.Letters;

public sealed class RetryLettersTests
{
    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task All_failed_letters_of_a_day_go_once_however_often_it_is_pressed()
    {
        var owed = await FailAsync(3);

        Assert.Equal(new(3, true), await RetryAsync(ReminderScene.Monday));
        Assert.Equal(new(0, true), await RetryAsync(ReminderScene.Monday));
        Assert.Equal(3, (await _scene.SendAsync()).HandedOver);
        Assert.Equal(new(0, true), await RetryAsync(ReminderScene.Monday));
        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
        Assert.All(owed, key => Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(key, "-7")]));
    }

    [Fact]
    public async Task Failed_letters_of_an_earlier_day_are_planned_anew_and_sent_once()
    {
        await FailAsync(3);
        _scene.GoTo(ReminderScene.Monday.AddDays(1));
        await _scene.PlanAsync();

        Assert.Equal(new(3, true), await RetryAsync(ReminderScene.Monday));
        Assert.Equal(new(0, true), await RetryAsync(ReminderScene.Monday));

        Assert.Equal(3, (await _scene.PlanAsync()).Letters);
        Assert.Equal(3, (await _scene.SendAsync()).HandedOver);
        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
    }

    [Fact]
    public async Task Letters_that_arrived_or_may_have_are_left_alone()
    {
        await FailAsync(2, number => number == 0 ? new HandOver.Taken("there") : new HandOver.Unknown("cut"));

        Assert.Equal(new(0, true), await RetryAsync(ReminderScene.Monday));
    }

    [Theory]
    [InlineData(Moment.Before)]
    [InlineData(Moment.Half)]
    [InlineData(Moment.After)]
    internal async Task Cut_off_at_any_write_pressing_again_completes_it_and_sends_each_once(Moment moment)
    {
        for (var (write, wasCut) = (1, true); wasCut; write++)
        {
            var day = new RetryLettersTests();
            await day.FailAsync(2);
            day._scene.GoTo(ReminderScene.Monday.AddDays(1));
            await day._scene.PlanAsync();
            day._scene.Interruptions.CutWrite(write, moment);
            wasCut = await IsCutAsync(() => day.RetryAsync(ReminderScene.Monday));
            day._scene.Interruptions.CutWrite(1_000_000, moment);

            await day.RetryAsync(ReminderScene.Monday);
            await day._scene.PlanAsync();
            await day._scene.SendAsync();

            Assert.Equal(2, day._scene.Mailer.Taken.Count);
        }
    }

    [Fact]
    public async Task Who_pressed_is_noted_before_anything_changes_and_in_each_letter()
    {
        await FailAsync(2);

        await RetryAsync(ReminderScene.Monday);

        var (chain, note) = Assert.Single(_scene.Trail.Notes);
        Assert.Equal(("letters", "grant:7", "letters.retried", "2"), (chain, note.Actor, note.Action, note.Subject));
        Assert.All(_scene.Letters.All, l => Assert.Equal("grant:7", l.Letter.History![^1].By));
    }

    private static async Task<bool> IsCutAsync(Func<Task> run)
    {
        try
        {
            await run();
            return false;
        }
        catch (CutOffException)
        {
            return true;
        }
    }

    private async Task<IReadOnlyList<ObligationKey>> FailAsync(int count, Func<int, HandOver>? answer = null)
    {
        List<ObligationKey> owed = [.. Enumerable.Range(0, count).Select(n => _scene.Owe($"u{n}"))];
        await _scene.PlanAsync();
        _scene.Mailer.Answer = mail => answer is null
            ? new HandOver.Refused("full") : answer(owed.FindIndex(o => mail.To.StartsWith(o.Organization.Value, StringComparison.Ordinal)));
        await _scene.SendAsync();
        _scene.Mailer.Answer = _ => new HandOver.Taken("later");
        return owed;
    }

    private Task<LettersRetried> RetryAsync(DateOnly day)
    {
        var retry = new RetryLetter(
            _scene.Settings, _scene.Ledger, _scene.Letters, new(_scene.Ledger, _scene.Letters), _scene.Trail);
        return new RetryLetters(
            new(_scene.Letters, new InMemoryLetterRecords(_scene.Letters)), retry, _scene.Trail, TimeProvider.System)
            .RunAsync(new(day, day), LetterBranch.All, "grant:7", _scene.Calendar, default);
    }
}
