using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Organizations;

internal static class ImportEndpoints
{
    public static void MapImport(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/organizations/import", ImportAsync).NeedsStore(Power.Write);
        routes.MapGet("/api/organizations/template", GiveTemplate).NeedsBranch(Power.Read, "under");
    }

    public static IResult Refused(ImportRefusal refusal)
    {
        var status = refusal.Code switch
        {
            "import.tooLarge" or "import.unpacked" => 413,
            "import.type" => 415,
            _ => 422,
        };
        return Problem.Of(status, refusal.Code, refusal.Message);
    }

    private static async Task<IResult> ImportAsync(
        HttpContext context, ImportOrganizations import, string? dryRun, CancellationToken cancellationToken)
    {
        var preview = false;
        if (!string.IsNullOrEmpty(dryRun) && !bool.TryParse(dryRun, out preview))
        {
            return Problem.Of(400, "import.dryRun", OrganizationsTexts.Get("import.dryRun"));
        }

        await using var file = await OpenAsync(context.Request, cancellationToken);
        if (file is null)
        {
            return Refused(ImportRefusal.Of("import.file.missing"));
        }

        return await import.RunAsync(file, preview, context.Actor(), cancellationToken) switch
        {
            ImportOutcome.Taken taken => TypedResults.Ok(ReportView.Of(taken.Report)),
            ImportOutcome.Refused refused => Refused(refused.Refusal),
            var other => throw new InvalidOperationException($"No answer for {other}."),
        };
    }

    /// <summary>The field <c>file</c> of a form, or the body itself.</summary>
    private static async Task<Stream?> OpenAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasFormContentType
            ? (await request.ReadFormAsync(cancellationToken)).Files.GetFile("file")?.OpenReadStream()
            : request.Body;

    private static IResult GiveTemplate(ImportTemplate template, string? format) => format switch
    {
        null or "" or "xlsx" => TypedResults.File(template.Xlsx(), ImportTemplate.XlsxType, ImportTemplate.FileName + ".xlsx"),
        "csv" => TypedResults.File(ImportTemplate.Csv(), "text/csv; charset=utf-8", ImportTemplate.FileName + ".csv"),
        _ => Problem.Of(400, "import.template", OrganizationsTexts.Get("import.template")),
    };

    /// <summary>The report with ids as texts.</summary>
    private sealed record ReportView(
        int Created, int Updated, int Unchanged, IReadOnlyList<RejectedLine> Rejected, int RejectedLines, IReadOnlyList<ChangeView>? Changes)
    {
        public static ReportView Of(ImportReport report) => new(
            report.Created, report.Updated, report.Unchanged, report.Rejected, report.RejectedLines,
            report.Changes?.Select(c => new ChangeView(c.Line, c.Id.Value, c.Name, c.IsNew, c.Fields)).ToArray());
    }

    private sealed record ChangeView(int Line, string Id, string Name, bool IsNew, IReadOnlyList<FieldChange> Fields);
}
