using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Mail.Templates;

/// <summary>The letters' texts: listed, shown on a unit of the store, changed and put back.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/templates", ListAsync).NeedsStore(Power.Operate);
        routes.MapGet("/templates/{kind}/{language}", ShowAsync).NeedsStore(Power.Operate);
        routes.MapPost("/templates/{kind}/{language}/preview", PreviewAsync).NeedsStore(Power.Operate);
        routes.MapPost("/templates/{kind}/{language}", SaveAsync).NeedsStore(Power.Operate);
        routes.MapPost("/templates/{kind}/{language}/reset", ResetAsync).NeedsStore(Power.Operate);
        routes.MapTemplatesApi();
    }

    private static async Task<IResult> ListAsync(FindTemplates find, CancellationToken cancellationToken) =>
        new RazorComponentResult<TemplatesPage>(new { Wordings = await find.AllAsync(cancellationToken) });

    private static async Task<IResult> ShowAsync(
        HttpContext context, string kind, string language, bool? saved, FindTemplates find, CancellationToken cancellationToken) =>
        await find.FindAsync(kind, language, cancellationToken) is { } wording
            ? await PageAsync(context, wording, new(wording.Template, wording.Version) { IsSaved = saved == true }, find, cancellationToken)
            : NotFound();

    private static async Task<IResult> PreviewAsync(
        HttpContext context, string kind, string language, [FromForm] string? subject, [FromForm] string? body,
        [FromForm] string? version, FindTemplates find, CancellationToken cancellationToken)
    {
        var typed = Typed(subject, body);
        return await find.FindAsync(kind, language, cancellationToken) is not { } wording
            ? NotFound()
            : await PageAsync(
                context, wording, new(typed, version ?? "") { Refusals = TemplateCheck.Refusals(wording.Kind, typed), IsDraft = true },
                find, cancellationToken);
    }

    private static async Task<IResult> SaveAsync(
        HttpContext context, string kind, string language, [FromForm] string? subject, [FromForm] string? body,
        [FromForm] string? version, FindTemplates find, ChangeTemplate change, CancellationToken cancellationToken)
    {
        if (await find.FindAsync(kind, language, cancellationToken) is not { } wording)
        {
            return NotFound();
        }

        var typed = Typed(subject, body);
        var outcome = await change.RunAsync(
            wording.Kind, language, typed, version ?? "", context.Actor(), cancellationToken);
        return await AnswerAsync(context, wording, new(typed, version ?? ""), outcome, find, cancellationToken);
    }

    private static async Task<IResult> ResetAsync(
        HttpContext context, string kind, string language, [FromForm] string? version, FindTemplates find,
        ChangeTemplate change, CancellationToken cancellationToken)
    {
        if (await find.FindAsync(kind, language, cancellationToken) is not { } wording)
        {
            return NotFound();
        }

        var outcome = await change.RunAsync(
            wording.Kind, language, null, version ?? "", context.Actor(), cancellationToken);
        return await AnswerAsync(context, wording, new(wording.Template, version ?? ""), outcome, find, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, LetterWording wording, TemplateEdit edit, TemplateChange outcome, FindTemplates find,
        CancellationToken cancellationToken)
    {
        if (outcome is TemplateChange.Done)
        {
            return new SeeOther($"/templates/{wording.Kind.Id}/{wording.Language}?saved=true");
        }

        var now = await find.FindAsync(wording.Kind.Id, wording.Language, cancellationToken);
        return await PageAsync(
            context, now!,
            // What was only refused is still an edit of the text it was begun from: somebody else's since then must be told.
            edit with
            {
                Version = outcome is TemplateChange.Overtaken ? now!.Version : edit.Version,
                Refusals = (outcome as TemplateChange.Refused)?.Refusals ?? [],
                IsDraft = true,
                IsOvertaken = outcome is TemplateChange.Overtaken,
            },
            find, cancellationToken);
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, LetterWording wording, TemplateEdit edit, FindTemplates find, CancellationToken cancellationToken)
    {
        context.Response.Headers.ContentSecurityPolicy = MailEndpoints.LetterPolicy;
        var preview = await find.PreviewAsync(wording, edit.Typed, cancellationToken);
        return new RazorComponentResult<TemplatePage>(new { Wording = wording, Edit = edit, Preview = preview })
        {
            StatusCode = edit.IsOvertaken ? StatusCodes.Status409Conflict
                : edit.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }

    private static LetterTemplate Typed(string? subject, string? body) =>
        TemplateCheck.Clean(new(subject ?? "", body ?? ""));

    private static RazorComponentResult<ErrorPage> NotFound() => ErrorPage.Of(
        StatusCodes.Status404NotFound, TemplateTexts.Get("NotFoundTitle"), TemplateTexts.Get("NotFound"));
}
