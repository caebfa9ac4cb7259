using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServerlessParty.Access;

namespace ServerlessParty.Mail.Setup;

/// <summary>The operator's page for setting up mail. Opening it asks nobody; the button does, and changes nothing.</summary>
internal static class MailSetupEndpoints
{
    public const string Path = "/operations/mail";

    public static void MapMailSetup(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).NeedsStore(Power.Operate);
        routes.MapPost(Path, CheckAsync).NeedsStore(Power.Operate).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static IResult Show([FromServices] MailRecords records, [FromServices] MailOptions options) =>
        Page(records, options, null);

    private static async Task<IResult> CheckAsync(
        [FromServices] CheckMail check, [FromServices] MailRecords records, [FromServices] MailOptions options,
        CancellationToken cancellationToken) =>
        Page(records, options, await check.RunAsync(cancellationToken));

    private static RazorComponentResult<MailSetupPage> Page(
        MailRecords records, MailOptions options, IReadOnlyList<MailCheck>? checks) =>
        new(new { Records = records, Carrier = options.Carrier, Checks = checks });
}
