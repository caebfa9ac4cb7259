using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders;

/// <summary>Sending pauses by itself for an hour after twenty failures in a row, and goes on with one letter.</summary>
public sealed class CarrierTroubleTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20_000);
    private static readonly HandOver[] Failure = [new HandOver.NotSent("SendGrid failed (503)", null), new HandOver.Unknown("lost")];

    private readonly ReminderScene _scene = new();

    [Fact]
    public void Nineteen_failures_are_no_pause_and_twenty_are_one_of_an_hour()
    {
        var nineteen = Enumerable.Range(1, 19).Aggregate(CarrierTrouble.None, (t, _) => t.After(Failure, Now));
        var twenty = nineteen.After(Failure, Now);

        Assert.Equal(new(19, null, null), nineteen);
        Assert.Equal(new(20, Now.AddHours(1), null), twenty);
        Assert.True(twenty.IsPausedAt(Now.AddMinutes(59)));
        Assert.False(twenty.IsPausedAt(Now.AddHours(1)));
    }

    [Fact]
    public void An_answer_about_a_letter_ends_the_row()
    {
        var trouble = new CarrierTrouble(19, null, "Mail__From: not you");

        Assert.Equal(CarrierTrouble.None, trouble.After([new HandOver.Taken("id"), .. Failure], Now));
        Assert.Equal(CarrierTrouble.None, trouble.After([new HandOver.Refused("no such box")], Now));
    }

    [Fact]
    public void The_reason_is_kept_where_the_sender_is_refused_and_never_names_a_reader()
    {
        Assert.Equal("Mail__From: not you", CarrierTrouble.None.After([new HandOver.NotSent("Mail__From: not you", null, StopsRun: true)], Now).Reason);
        Assert.Null(CarrierTrouble.None.After([new HandOver.NotSent("450 a@example.org is busy", null)], Now).Reason);
    }

    [Fact]
    public async Task During_a_pause_nothing_is_tried_and_then_one_letter_and_then_the_rest()
    {
        await PlanAsync(12);
        _scene.Settings.Standing = _scene.Settings.Standing with { Trouble = new(20, _scene.Calendar.Now.AddHours(1), null) };

        var paused = await _scene.SendAsync();
        _scene.Wait(TimeSpan.FromHours(1));
        var resumed = await _scene.SendAsync();

        Assert.Equal((0, true), (paused.HandedOver, paused.Stopped?.StartsWith("The carrier failed 20 times", StringComparison.Ordinal)));
        Assert.Equal((12, null), (resumed.HandedOver, resumed.Stopped));
        Assert.Equal(1, _scene.Mailer.CallSizes[0]);
        Assert.Equal(CarrierTrouble.None, _scene.Settings.Standing.Trouble);
    }

    [Fact]
    public async Task A_probe_that_fails_is_another_hour()
    {
        await PlanAsync(12);
        _scene.Settings.Standing = _scene.Settings.Standing with { Trouble = new(20, _scene.Calendar.Now, null) };
        _scene.Mailer.Answer = _ => new HandOver.NotSent("busy", null);

        await _scene.SendAsync();

        Assert.Equal([1], _scene.Mailer.CallSizes);
        Assert.Equal(_scene.Calendar.Now.AddHours(1), _scene.Settings.Standing.Trouble.PausedUntil);
    }

    [Fact]
    public async Task A_letter_with_nothing_to_say_is_no_probe()
    {
        await PlanAsync(3);
        _scene.Settings.Standing = _scene.Settings.Standing with { Trouble = new(20, _scene.Calendar.Now, null) };
        _scene.Readdress("a00", null);

        var sent = await _scene.SendAsync();

        Assert.Equal((2, 1), (sent.HandedOver, sent.Cancelled));
        Assert.Equal(CarrierTrouble.None, _scene.Settings.Standing.Trouble);
    }

    [Fact]
    public async Task A_carrier_that_never_answers_is_tried_twenty_times_before_the_pause()
    {
        await PlanAsync(70);
        _scene.Mailer.Answer = _ => throw new HttpRequestException("gone");

        var sent = await _scene.SendAsync();

        Assert.NotNull(sent.Stopped);
        Assert.InRange(_scene.Mailer.CallSizes.Count, 20, 21);
        Assert.Equal(20, _scene.Settings.Standing.Trouble.Failures);
    }

    [Fact]
    public async Task The_store_remembers_it()
    {
        using var store = await TestStore.CreateAsync();
        var settings = store.Get<IReminderSettings>();
        var until = DateTimeOffset.Parse("2026-11-24T03:00:00Z", CultureInfo.InvariantCulture);
        Assert.Equal(CarrierTrouble.None, (await settings.ReadAsync(default)).Trouble);

        await settings.NoteTroubleAsync(new(20, until, "Mail__From: not you"), default);
        Assert.Equal(new(20, until, "Mail__From: not you"), (await settings.ReadAsync(default)).Trouble);

        await settings.NoteTroubleAsync(CarrierTrouble.None, default);
        Assert.Equal(CarrierTrouble.None, (await settings.ReadAsync(default)).Trouble);
    }

    private async Task PlanAsync(int letters)
    {
        for (var number = 0; number < letters; number++)
        {
            _scene.Owe(number % 2 == 0 ? $"a{number:D2}" : $"bb{number:D2}");
        }

        await _scene.PlanAsync();
    }
}
