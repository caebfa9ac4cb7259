namespace ServerlessParty.Mail;

internal static class MailEndpoints
{
    public static void MapMail(this IEndpointRouteBuilder routes)
    {
        _ = routes;
    }
}
