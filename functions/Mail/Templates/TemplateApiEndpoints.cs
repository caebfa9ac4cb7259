using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Mail.Templates;

/// <summary>The letters' texts for programs.</summary>
internal static class TemplateApiEndpoints
{
    public static void MapTemplatesApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/templates", ListAsync).NeedsStore(Power.Operate);
        routes.MapPut("/api/templates/{kind}/{language}", PutAsync).NeedsStore(Power.Operate);
    }

    private static async Task<IResult> ListAsync(FindTemplates find, CancellationToken cancellationToken) =>
        TypedResults.Ok(new TemplateListJson([.. (await find.AllAsync(cancellationToken)).Select(TemplateJson.Of)], null));

    private static async Task<IResult> PutAsync(
        HttpContext context, string kind, string language, ChangedTemplateJson body, FindTemplates find,
        ChangeTemplate change, CancellationToken cancellationToken)
    {
        if (await find.FindAsync(kind, language, cancellationToken) is not { } wording)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "template.notFound", TemplateTexts.Get("NotFound"));
        }

        var outcome = await change.RunAsync(
            wording.Kind, language, body.ToTemplate(), body.Version ?? "", context.Actor(), cancellationToken);
        return outcome switch
        {
            TemplateChange.Refused { Refusals: [var refusal, ..] } => Problem.Of(
                StatusCodes.Status422UnprocessableEntity, "template.invalid", TemplateTexts.Refusal(refusal)),
            TemplateChange.Overtaken => Problem.Of(
                StatusCodes.Status409Conflict, "template.version", TemplateTexts.Get("Overtaken")),
            _ => TypedResults.Ok(TemplateJson.Of((await find.FindAsync(kind, language, cancellationToken))!)),
        };
    }
}

internal sealed record TemplateListJson(IReadOnlyList<TemplateJson> Items, string? Next);

/// <param name="Version">What a change must name.</param>
internal sealed record TemplateJson(
    string Kind, string Language, string Subject, string Body, bool Shipped, string Version, IReadOnlyList<string> Fields,
    DateTimeOffset? ChangedAt, string? ChangedBy)
{
    public static TemplateJson Of(LetterWording wording) => new(
        wording.Kind.Id, wording.Language, wording.Template.Subject, wording.Template.Body, wording.IsShipped,
        wording.Version, [.. wording.Kind.Fields.Select(f => f.Name)], wording.Change?.ChangedAt, wording.Change?.ChangedBy);
}

/// <param name="Subject">With <paramref name="Body"/> absent: the shipped text again.</param>
internal sealed record ChangedTemplateJson(string? Subject, string? Body, string? Version)
{
    public LetterTemplate? ToTemplate() =>
        Subject is null && Body is null ? null : TemplateCheck.Clean(new(Subject ?? "", Body ?? ""));
}
