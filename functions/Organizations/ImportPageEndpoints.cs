using System.IO.Compression;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;

namespace ServerlessParty.Organizations;

internal static class ImportPageEndpoints
{
    /// <summary>The most characters of a form value that carries the file from the preview to the confirmation; a form takes 4 MB.</summary>
    private const int MaxCarried = 4_000_000;

    public static void MapImportPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organizations/import", ShowAsync).NeedsStore(Power.Write);
        routes.MapPost("/organizations/import", TakeAsync)
            .NeedsStore(Power.Write).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    // Said as IResult: the request delegate generator does not see what the Razor compiler generates beside it.
    private static Task<IResult> ShowAsync() => Task.FromResult<IResult>(new RazorComponentResult<ImportPage>());

    private static async Task<IResult> TakeAsync(
        HttpContext context, ImportOrganizations import, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType)
        {
            return Page(ImportRefusal.Of("import.file.missing"));
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        await using var file = Open(form);
        if (file is null)
        {
            return Page(ImportRefusal.Of("import.file.missing"));
        }

        var preview = form["confirm"].Count == 0;
        return await RunAsync(import, file, preview, context.Actor(), cancellationToken) switch
        {
            ImportOutcome.Taken taken => new RazorComponentResult<ImportReportPage>(
                new { taken.Report, IsPreview = preview, Carried = preview ? await CarryAsync(form, cancellationToken) : null }),
            ImportOutcome.Refused refused => Page(refused.Refusal),
            var other => throw new InvalidOperationException($"No answer for {other}."),
        };
    }

    private static async Task<ImportOutcome> RunAsync(
        ImportOrganizations import, Stream file, bool preview, string actor, CancellationToken cancellationToken)
    {
        try
        {
            return await import.RunAsync(file, preview, actor, cancellationToken);
        }
        catch (InvalidDataException)
        {
            // Only the carried form of a file is compressed; somebody changed it on its way.
            return new ImportOutcome.Refused(ImportRefusal.Of("import.file.missing"));
        }
    }

    private static RazorComponentResult<ImportPage> Page(ImportRefusal refusal) =>
        new(new { Refusal = refusal }) { StatusCode = StatusCodes.Status422UnprocessableEntity };

    /// <summary>The file chosen, or the one that the preview carried along.</summary>
    private static Stream? Open(IFormCollection form)
    {
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            return file.OpenReadStream();
        }

        var carried = form["carried"].ToString();
        var packed = new byte[carried.Length];
        return carried.Length > 0 && Convert.TryFromBase64String(carried, packed, out var length)
            ? new GZipStream(new MemoryStream(packed, 0, length), CompressionMode.Decompress)
            : null;
    }

    /// <summary>The file as a form value, so that any instance can take the confirmation; null when it is too large for that.</summary>
    private static async Task<string?> CarryAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await using (var file = Open(form)!)
        await using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await file.CopyToAsync(zip, cancellationToken);
        }

        var carried = Convert.ToBase64String(packed.GetBuffer(), 0, checked((int)packed.Length));
        return carried.Length > MaxCarried ? null : carried;
    }
}
