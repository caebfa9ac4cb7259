using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Mail.Events;

namespace ServerlessParty.Mail;

internal static class MailEndpoints
{
    private const int PageLength = 50;
    private const int MaxPage = 10_000;

    /// <summary>The mailbox holds everybody's links, so that its routes exist on a developer's own machine only.</summary>
    public static void MapMail(this IEndpointRouteBuilder routes)
    {
        routes.MapMailEvents();
        if (routes.ServiceProvider.GetRequiredService<DevelopmentPowers>().On)
        {
            routes.MapGet("/mailbox", ListAsync).ForEverybody();
            routes.MapGet("/mailbox/{name}", ShowAsync).ForEverybody();
            routes.MapGet("/mailbox/{name}/raw", ShowRaw).ForEverybody();
        }
    }

    private static async Task<IResult> ListAsync(int? page, Mailbox mailbox, CancellationToken cancellationToken)
    {
        var number = Math.Clamp(page ?? 1, 1, MaxPage);
        var mails = await mailbox.PageAsync((number - 1) * PageLength, PageLength + 1, cancellationToken);
        return new RazorComponentResult<MailboxPage>(
            new { Mails = mails.Take(PageLength).ToList(), Number = number, HasMore = mails.Count > PageLength });
    }

    private static async Task<IResult> ShowAsync(string name, Mailbox mailbox, CancellationToken cancellationToken) =>
        await mailbox.FindAsync(name, cancellationToken) is { } mail
            ? new RazorComponentResult<MailPage>(new { Mail = mail })
            : TypedResults.NotFound();

    private static IResult ShowRaw(string name, Mailbox mailbox) => mailbox.FileOf(name) is { } file
        ? TypedResults.PhysicalFile(file, "text/plain; charset=us-ascii")
        : TypedResults.NotFound();
}
