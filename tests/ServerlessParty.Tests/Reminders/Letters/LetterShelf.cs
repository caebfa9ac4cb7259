using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders.Letters;

/// <summary>Letters in a real store, each in the state a test wants.</summary>
internal static class LetterShelf
{
    /// <summary>A letter of one step of one unit's rating.</summary>
    public static async Task<Letter> PutAsync(
        this ILetters letters, string to, DateOnly day, LetterState state, string unit = "a", string step = "-7",
        string? problem = null)
    {
        await letters.PlanAsync(
            day, new Dictionary<string, IReadOnlyList<string>> { [to] = [ReminderItem.Encode(Key(unit, step))] }, [], default);
        Letter? planned = null;
        await foreach (var letter in letters.OfDayAsync(day, default))
        {
            planned = letter.Letter.To == to && letter.Letter.State == LetterState.Planned ? letter.Letter : planned;
        }

        return state == LetterState.Planned ? planned! : Assert.Single(await letters.AdvanceAsync(
            [planned! with { State = state, Attempts = 1, Problem = problem }], default));
    }

    public static ReminderKey Key(string unit, string step) => new(
        new(OrganizationId.Parse(unit), ObligationKind.OrganizationRating, Period.Year(2026)),
        Given.Day("2026-12-04"), ReminderStep.Parse(step));
}
