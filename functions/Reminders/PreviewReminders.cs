using System.Globalization;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>One reminder that somebody would get.</summary>
/// <param name="To">The address; null when mail cannot reach the person.</param>
/// <param name="Unit">The name of the unit that owes.</param>
public sealed record PreviewItem(string? To, string Unit, ReminderKey Key, DateOnly SendOn);

/// <summary>A page of a preview.</summary>
/// <param name="Reminders">How many there are on all pages.</param>
/// <param name="WithoutAddress">How many of them mail cannot reach.</param>
/// <param name="Next">Where the next page begins; null: this was the last.</param>
public sealed record ReminderPreview(
    DateOnly On, IReadOnlyList<PreviewItem> Items, int Reminders, int WithoutAddress, string? Next);

/// <summary>Says who would get what on a day if nothing else happens until then, and writes nothing.</summary>
public sealed class PreviewReminders(
    IReminderSettings settings, ReminderOptions options, StepReading steps, IOrganizations organizations)
{
    /// <summary>How far from today a preview may lie, in days.</summary>
    public const int MaxDistanceInDays = 366;

    /// <param name="on">A day within <see cref="MaxDistanceInDays"/> of today.</param>
    /// <param name="after">How many reminders the pages before held: <see cref="ReminderPreview.Next"/>, or 0.</param>
    /// <param name="take">1 to 1,000 reminders.</param>
    public async Task<ReminderPreview> RunAsync(
        PartyCalendar calendar, DateOnly on, int after, int take, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            Math.Abs(on.DayNumber - calendar.Today.DayNumber), MaxDistanceInDays, nameof(on));
        if (!calendar.IsWorkingDay(on))
        {
            return new(on, [], 0, 0, null);
        }

        var standing = await settings.ReadAsync(cancellationToken);
        var window = ReminderWindow.Ahead(standing, options.ArmedByDefault, on, calendar);
        var come = await steps.ReadAsync(window, calendar, cancellationToken);
        var addressees = await Addressees.ReadAsync(
            come.Choices.Select(c => (c.Item.Key.Organization, c.Audience is ReminderAudience.Superior or ReminderAudience.Upper)),
            organizations, cancellationToken);
        return Page(on, [.. come.Choices.SelectMany(c => Items(c, come.Lines, addressees))], after, take);
    }

    private static IEnumerable<PreviewItem> Items(
        StepChoice choice, IReadOnlyDictionary<ReminderKey, Reminder> lines, Addressees addressees) =>
        from role in addressees.Roles(choice)
        let key = choice.Key(role)
        where lines.GetValueOrDefault(key)?.State != ReminderState.Sent
        let unit = addressees.Unit(key.Obligation.Organization)?.Name ?? key.Obligation.Organization.Value
        select new PreviewItem(addressees.Address(key), unit, key, choice.SendOn);

    /// <summary>By address, so that what goes into one letter stands together; those without one first.</summary>
    private static ReminderPreview Page(DateOnly on, List<PreviewItem> all, int after, int take)
    {
        var page = all.OrderBy(i => i.To, StringComparer.Ordinal)
            .ThenBy(i => ReminderItem.Encode(i.Key), StringComparer.Ordinal)
            .Skip(after)
            .Take(take)
            .ToList();
        var next = after + page.Count;
        return new(
            on, page, all.Count, all.Count(i => i.To is null),
            next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : null);
    }
}
