using System.Text.Json;
using ServerlessParty.Mail;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

/// <summary>A carrier that refuses the sender, or asks to wait, would do so for every further letter of the run.</summary>
public sealed class StoppedRunTests
{
    private const string Reason = "Mail__SendGrid__ApiKey: not this one";

    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task A_run_that_is_stopped_tries_no_further_letter_and_says_why()
    {
        await PlanAsync(12);
        _scene.Mailer.Answer = _ => new HandOver.NotSent(Reason, null, StopsRun: true);

        var sent = await _scene.SendAsync();

        Assert.Equal(LettersSent.Nothing with { Stopped = Reason }, sent);
        // One call for each bucket was under way.
        Assert.InRange(_scene.Mailer.CallSizes.Count, 1, 2);
        Assert.All(_scene.Letters.All, l => Assert.Equal(LetterState.Planned, l.Letter.State));
        Assert.Contains(_scene.Letters.All, l => l.Letter.Attempts == 0);
    }

    [Fact]
    public async Task The_next_run_sends_what_the_stopped_one_left()
    {
        await PlanAsync(12);
        _scene.Mailer.Answer = _ => new HandOver.NotSent(Reason, null, StopsRun: true);
        await _scene.SendAsync();
        _scene.Mailer.Answer = _ => new HandOver.Taken("id");
        _scene.Wait(TimeSpan.FromMinutes(6));

        var sent = await _scene.SendAsync();

        Assert.Equal((12, null), (sent.HandedOver, sent.Stopped));
    }

    [Fact]
    public async Task A_letter_that_merely_did_not_leave_stops_nothing()
    {
        await PlanAsync(12);
        _scene.Mailer.Answer = _ => new HandOver.NotSent("busy", null);

        var sent = await _scene.SendAsync();

        Assert.Null(sent.Stopped);
        Assert.Equal(12, _scene.Mailer.CallSizes.Sum());
    }

    [Theory]
    [InlineData(null, """{"handedOver":1,"failed":0,"uncertain":0,"cancelled":0}""")]
    [InlineData(Reason, """{"handedOver":1,"failed":0,"uncertain":0,"cancelled":0,"stopped":"Mail__SendGrid__ApiKey: not this one"}""")]
    public void The_counts_of_a_run_say_that_it_was_stopped_only_when_it_was(string? stopped, string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(new LettersSent(1, 0, 0, 0) { Stopped = stopped }, JsonSerializerOptions.Web));

    private async Task PlanAsync(int letters)
    {
        for (var number = 0; number < letters; number++)
        {
            _scene.Owe(number % 2 == 0 ? $"a{number:D2}" : $"bb{number:D2}");
        }

        await _scene.PlanAsync();
    }
}
