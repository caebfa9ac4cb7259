using ServerlessParty.Mail;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders;

/// <summary>A day's reminding cut off at every single write and provider call, then run to its end: each step once, none lost (I1–I4).</summary>
public sealed class CutOffRunTests
{
    private const int Units = 7;

    public static TheoryData<string> Moments => [.. Enum.GetNames<Moment>()];

    [Theory]
    [MemberData(nameof(Moments))]
    public Task A_planning_cut_off_anywhere_is_completed_by_the_next(string moment) => EachWriteAsync(
        moment,
        scene => Task.CompletedTask,
        scene => scene.PlanAsync(),
        AssertEachOnce);

    [Theory]
    [MemberData(nameof(Moments))]
    public Task A_sending_cut_off_anywhere_sends_nothing_twice_and_loses_nothing(string moment) => EachWriteAsync(
        moment,
        scene => scene.PlanAsync(),
        scene => scene.SendAsync(),
        AssertEachOnce);

    [Theory]
    [MemberData(nameof(Moments))]
    public Task A_sending_cut_off_at_the_end_of_its_day_is_settled_on_the_next(string moment) => EachWriteAsync(
        moment,
        async scene =>
        {
            await scene.PlanAsync();
            scene.GoTo(ReminderScene.Monday, 19, 58);
        },
        scene => scene.SendAsync(),
        AssertEachOnce);

    [Theory]
    [MemberData(nameof(Moments))]
    public Task A_morning_cut_off_anywhere_after_a_day_without_sending_is_completed(string moment) => EachWriteAsync(
        moment,
        async scene =>
        {
            await scene.PlanAsync();
            scene.GoTo(ReminderScene.Monday.AddDays(1));
        },
        async scene =>
        {
            await scene.PlanAsync();
            await scene.SendAsync();
        },
        AssertEachOnce);

    [Theory]
    [MemberData(nameof(Moments))]
    public Task Where_the_carrier_remembers_nothing_a_lost_answer_is_listed_and_never_sent_again(string moment) =>
        EachWriteAsync(
            moment,
            scene =>
            {
                scene.Mailer.CanRecall = false;
                return scene.PlanAsync();
            },
            scene => scene.SendAsync(),
            scene =>
            {
                Assert.All(Said(scene), said => Assert.InRange(said.Times, 0, 1));
                Assert.All(scene.Ledger.Lines, l => Assert.True(l.State is ReminderState.Sent or ReminderState.Listed));
                Assert.All(
                    scene.Letters.All.Where(l => l.Letter.State == LetterState.Uncertain).SelectMany(l => l.Keys()),
                    key => Assert.Equal(ReminderState.Listed, scene.Ledger[key]));
            });

    /// <summary>Runs <paramref name="act"/> once whole to count its writes, then once cut off at each of them.</summary>
    private static async Task EachWriteAsync(
        string moment, Func<ReminderScene, Task> prepare, Func<ReminderScene, Task> act, Action<ReminderScene> check)
    {
        var writes = int.MaxValue;
        for (var number = 0; number <= writes; number++)
        {
            var scene = Scene();
            await prepare(scene);
            var before = scene.Interruptions.Writes;
            if (number > 0)
            {
                scene.Interruptions.CutWrite(number, Enum.Parse<Moment>(moment));
            }

            await UntilCutOffAsync(() => act(scene));
            writes = number == 0 ? scene.Interruptions.Writes - before : writes;
            await FinishAsync(scene);
            check(scene);
        }

        Assert.InRange(writes, 2, 100);
    }

    private static ReminderScene Scene()
    {
        var scene = new ReminderScene();
        for (var i = 1; i <= Units; i++)
        {
            scene.Owe($"{i}x", email: i == 1 ? null : i < 4 ? "same@example.vn" : "");
        }

        return scene;
    }

    private static async Task UntilCutOffAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (CutOffException)
        {
            // The process died; what follows is its successor.
        }
    }

    /// <summary>The rest of the day, the next day and the morning after it.</summary>
    private static async Task FinishAsync(ReminderScene scene)
    {
        for (var day = 0; day < 3; day++)
        {
            for (var run = 0; run < 4; run++)
            {
                await scene.PlanAsync();
                await scene.SendAsync();
                scene.Wait(TimeSpan.FromMinutes(20));
            }

            scene.GoTo(scene.Calendar.Today.AddDays(1));
        }
    }

    private static void AssertEachOnce(ReminderScene scene)
    {
        Assert.All(Said(scene), said => Assert.Equal((said.Name, said.HasMail ? 1 : 0), (said.Name, said.Times)));
        Assert.Equal(Units, scene.Ledger.Lines.Count);
        Assert.Equal(Units - 1, scene.Ledger.Lines.Count(l => l.State == ReminderState.Sent));
        Assert.Equal(1, scene.Ledger.Lines.Count(l => l.State == ReminderState.Listed));
        Assert.DoesNotContain(scene.Letters.All, l => l.Letter.State is LetterState.Planned or LetterState.Sending);
    }

    private static IEnumerable<(string Name, bool HasMail, int Times)> Said(ReminderScene scene) =>
        from i in Enumerable.Range(1, Units)
        let name = $"Chi bộ {i}x"
        select (name, i != 1, scene.Mailer.Taken.Count(m => m.Text.Contains($"\n{name}\n", StringComparison.Ordinal)));
}
