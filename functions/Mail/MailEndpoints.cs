using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Mail.Events;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Mail.Setup;
using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Mail;

internal static class MailEndpoints
{
    private const int PageLength = 50;
    private const int MaxPage = 10_000;

    /// <summary>As on every page, but that letters bring their styles along; a frame has the policy of its page.</summary>
    internal const string LetterPolicy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The mailbox holds everybody's links, so that its routes exist on a developer's own machine only.</summary>
    public static void MapMail(this IEndpointRouteBuilder routes)
    {
        routes.MapMailHook();
        routes.MapMailEvents();
        routes.MapMailSetup();
        routes.MapTemplates();
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

    private static async Task<IResult> ShowAsync(
        HttpContext context, string name, Mailbox mailbox, CancellationToken cancellationToken)
    {
        if (await mailbox.FindAsync(name, cancellationToken) is not { } mail)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = LetterPolicy;
        return new RazorComponentResult<MailPage>(new { Mail = mail });
    }

    private static IResult ShowRaw(string name, Mailbox mailbox) => mailbox.FileOf(name) is { } file
        ? TypedResults.PhysicalFile(file, "text/plain; charset=us-ascii")
        : TypedResults.NotFound();
}
