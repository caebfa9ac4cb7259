using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServerlessParty.Access;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders.Addresses;
using ServerlessParty.Reminders.Letters;
using ServerlessParty.Reminders.Rules;
using ServerlessParty.Web;

namespace ServerlessParty.Reminders;

/// <summary>The preview and the switch that starts sending.</summary>
internal static partial class RemindersEndpoints
{
    private const int PageLength = 200;
    private const int MaxAfter = 10_000_000;

    public static void MapReminders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/reminders/preview", PreviewAsync).NeedsStore(Power.Read);
        routes.MapPut("/api/reminders/armed", ArmAsync).NeedsStore(Power.Operate);
        routes.MapGet("/reminders", ShowAsync).NeedsStore(Power.Read);
        routes.MapPost("/reminders/armed", PressAsync).NeedsStore(Power.Operate);
        routes.MapCalls();
        routes.MapLeave();
        routes.MapLetters();
        routes.MapRules();
    }

    private static async Task<IResult> PreviewAsync(
        string? on, string? after, PreviewReminders preview, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (!TryParseDay(on, calendar, out var day))
        {
            return BadDay();
        }

        if (!TryParseAfter(after, out var start))
        {
            return BadCursor();
        }

        var page = await preview.RunAsync(calendar, day, start, PageLength, cancellationToken);
        return TypedResults.Ok(new PreviewJson([.. page.Items.Select(PreviewItemJson.Of)], page.Next));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string? on, string? after, PreviewReminders preview, IReminderSettings settings, ReminderOptions options,
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var isDay = TryParseDay(on, calendar, out var day);
        _ = TryParseAfter(after, out var start);
        var page = await preview.RunAsync(
            calendar, isDay ? day : calendar.Today, start, PageLength, cancellationToken);
        var standing = await settings.ReadAsync(cancellationToken);
        return new RazorComponentResult<RemindersPage>(new
        {
            Preview = page,
            Standing = standing,
            ArmedByDefault = options.ArmedByDefault && !standing.ArmingDecided,
            BadDay = !isDay,
            MayOperate = AccessRules.Holds(context.Caller()!.Role, Power.Operate),
        })
        { StatusCode = isDay ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    private static async Task<IResult> ArmAsync(
        HttpContext context, ArmingJson? body, IReminderSettings settings, PartyCalendar calendar,
        ILogger<PreviewReminders> logger, CancellationToken cancellationToken)
    {
        DateOnly? from = null;
        if (body?.From is { } text)
        {
            if (!TryParseDay(text, calendar, out var day))
            {
                return BadDay();
            }

            from = day;
        }

        await settings.ArmAsync(from, cancellationToken);
        LogArmed(logger, context.Actor(), from);
        return TypedResults.Ok(new ArmingJson(from is { } armed ? ToText(armed) : null));
    }

    private static async Task<IResult> PressAsync(
        HttpContext context, [FromForm] bool? start, IReminderSettings settings, PartyCalendar calendar,
        ILogger<PreviewReminders> logger, CancellationToken cancellationToken)
    {
        var from = start == true ? calendar.Today : (DateOnly?)null;
        await settings.ArmAsync(from, cancellationToken);
        LogArmed(logger, context.Actor(), from);
        return TypedResults.LocalRedirect("/reminders");
    }

    /// <summary>A day at most a year from today; absent means today.</summary>
    internal static bool TryParseDay(string? text, PartyCalendar calendar, out DateOnly day)
    {
        day = calendar.Today;
        return string.IsNullOrEmpty(text)
            || (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
                && Math.Abs(day.DayNumber - calendar.Today.DayNumber) <= PreviewReminders.MaxDistanceInDays);
    }

    internal static string ToText(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static ProblemHttpResult BadDay() =>
        Problem.Of(StatusCodes.Status400BadRequest, "reminders.day", RemindersTexts.Get("ErrorDay"));

    internal static ProblemHttpResult BadCursor() =>
        Problem.Of(StatusCodes.Status400BadRequest, "reminders.after", RemindersTexts.Get("ErrorCursor"));

    private static bool TryParseAfter(string? text, out int after)
    {
        after = 0;
        return string.IsNullOrEmpty(text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after) && after <= MaxAfter);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Actor} set the first day of sending reminders to {From}.")]
    private static partial void LogArmed(ILogger logger, string actor, DateOnly? from);
}

internal sealed record PreviewJson(IReadOnlyList<PreviewItemJson> Items, string? Next);

internal sealed record PreviewItemJson(
    string? To, string OrganizationId, string Kind, string Period, string Step, string SendOn)
{
    public static PreviewItemJson Of(PreviewItem item) => new(
        item.To, item.Key.Obligation.Organization.Value, item.Key.Obligation.Kind.Value,
        item.Key.Obligation.Period.Value, item.Key.Step.ToString(), RemindersEndpoints.ToText(item.SendOn));
}

/// <param name="From">The first day of sending, <c>yyyy-MM-dd</c>; absent stops sending.</param>
internal sealed record ArmingJson(string? From);
