using ServerlessParty.Mail;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

/// <summary>Two runs of one function at once: the second runs whole before any single call of the first.</summary>
public sealed class TwoAtOnceTests
{
    private const int Units = 5;

    [Fact]
    public Task Two_planners_write_each_step_and_each_letter_once() => BeforeEachCallAsync(
        _ => Task.CompletedTask,
        scene => scene.PlanAsync(),
        scene => scene.PlanAsync(),
        async (scene, first, second) =>
        {
            Assert.Equal((Units, Units), (first.Reminders + second.Reminders, first.Letters + second.Letters));
            Assert.Equal(Units, (await scene.SendAsync()).HandedOver);
        });

    [Fact]
    public Task Two_senders_share_the_letters() => BeforeEachCallAsync(
        scene => scene.PlanAsync(),
        scene => scene.SendAsync(),
        scene => scene.SendAsync(),
        (scene, first, second) =>
        {
            Assert.Equal(Units, first.HandedOver + second.HandedOver);
            return Task.CompletedTask;
        });

    [Fact]
    public Task A_planner_beside_a_sender_plans_nothing_twice() => BeforeEachCallAsync(
        scene => scene.PlanAsync(),
        scene => scene.PlanAsync(),
        scene => scene.SendAsync(),
        (scene, planned, sent) =>
        {
            Assert.Equal((0, 0, Units), (planned.Reminders, planned.Letters, sent.HandedOver));
            return Task.CompletedTask;
        });

    [Fact]
    public Task A_sender_beside_a_planner_sends_nothing_twice() => BeforeEachCallAsync(
        scene => scene.PlanAsync(),
        scene => scene.SendAsync(),
        scene => scene.PlanAsync(),
        (scene, sent, planned) =>
        {
            Assert.Equal((Units, RemindersPlanned.Nothing), (sent.HandedOver, planned));
            return Task.CompletedTask;
        });

    private static async Task BeforeEachCallAsync<TFirst, TSecond>(
        Func<ReminderScene, Task> prepare,
        Func<ReminderScene, Task<TFirst>> first,
        Func<ReminderScene, Task<TSecond>> second,
        Func<ReminderScene, TFirst, TSecond, Task> check)
    {
        for (var number = 1; ; number++)
        {
            var scene = new ReminderScene();
            _ = Enumerable.Range(1, Units).Select(i => scene.Owe($"{i}x")).ToList();
            await prepare(scene);
            Task<TSecond>? other = null;
            scene.Interruptions.BeforeCall(number, () => other = second(scene));
            var answer = await first(scene);
            if (other is null)
            {
                Assert.InRange(number, 4, 100);
                return;
            }

            await check(scene, answer, await other);
            await AssertEachOnceAsync(scene);
        }
    }

    private static async Task AssertEachOnceAsync(ReminderScene scene)
    {
        await scene.PlanAsync();
        await scene.SendAsync();
        Assert.Equal(Units, scene.Mailer.Taken.Count);
        Assert.Equal(Units, scene.Mailer.Taken.Select(m => m.To).Distinct().Count());
        Assert.All(scene.Ledger.Lines, l => Assert.Equal(ReminderState.Sent, l.State));
        Assert.All(scene.Letters.All, l => Assert.Equal(LetterState.HandedOver, l.Letter.State));
    }
}
