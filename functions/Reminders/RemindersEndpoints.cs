namespace ServerlessParty.Reminders;

internal static class RemindersEndpoints
{
    public static void MapReminders(this IEndpointRouteBuilder routes)
    {
        _ = routes;
    }
}
