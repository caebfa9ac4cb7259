using System.Globalization;
using ServerlessParty.Obligations;

namespace ServerlessParty.Reminders;

/// <summary>Whom a step addresses: <c>secretary</c>, <c>deputy.1</c> … <c>deputy.5</c>, <c>superior</c>, <c>upper</c>.</summary>
public readonly record struct ReminderRole(string Value)
{
    public static ReminderRole Secretary { get; } = new("secretary");

    public static ReminderRole Superior { get; } = new("superior");

    /// <summary>The secretary of the unit above the superior: told numbers, not units.</summary>
    public static ReminderRole Upper { get; } = new("upper");

    public static ReminderRole Deputy(int number) => new($"deputy.{number.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Whose rule this role follows.</summary>
    public ReminderAudience Audience => Value switch
    {
        "secretary" => ReminderAudience.Secretary,
        "superior" => ReminderAudience.Superior,
        "upper" => ReminderAudience.Upper,
        _ => ReminderAudience.Deputies,
    };

    /// <summary>Whether somebody above the unit is addressed.</summary>
    public bool IsAbove => Audience is ReminderAudience.Superior or ReminderAudience.Upper;

    /// <summary>Which deputy, from 1; 0 for the other roles.</summary>
    public int DeputyNumber =>
        Value.StartsWith("deputy.", StringComparison.Ordinal)
        && int.TryParse(Value.AsSpan("deputy.".Length), CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>One step of the shipped or set rules, for one role.</summary>
/// <param name="Offset">Days from the due day: negative before, 0 on, positive after it.</param>
public readonly record struct ReminderStep(int Offset, ReminderRole Role)
{
    /// <summary>As written in letters' records and the API: <c>-14</c>, <c>0</c>, <c>+3</c>, <c>+3/superior</c>.</summary>
    public override string ToString()
    {
        var days = Offset.ToString("+0;-0;0", CultureInfo.InvariantCulture);
        return Role == ReminderRole.Secretary ? days : $"{days}/{Role.Value}";
    }

    public static bool TryParse(string text, out ReminderStep step)
    {
        var parts = text.Split('/', 2);
        var isStep = int.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset);
        step = isStep ? new(offset, parts.Length == 1 ? ReminderRole.Secretary : new ReminderRole(parts[1])) : default;
        return isStep;
    }

    /// <exception cref="FormatException">The text is not a step.</exception>
    public static ReminderStep Parse(string text) =>
        TryParse(text, out var step) ? step : throw new FormatException($"'{text}' is not a step.");
}

/// <summary>Names one reminder: written at most once, whatever is run twice.</summary>
public readonly record struct ReminderKey(ObligationKey Obligation, DateOnly DueOn, ReminderStep Step);

/// <summary>Where a reminder stands. <c>Listed</c>: no usable e-mail, it is on the call list.</summary>
public enum ReminderState
{
    Planned,
    Sent,
    Listed,
    Cancelled,
}

/// <summary>One line of the ledger.</summary>
/// <param name="SendOn">The working day on which the step falls, by the calendar; a late run keeps it.</param>
public sealed record Reminder(ReminderKey Key, DateOnly SendOn, ReminderState State);
