using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ServerlessParty.Access;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Web;

namespace ServerlessParty.Minutes;

/// <summary>
/// <c>POST /api/minutes</c>: a file and what it is for, as <c>multipart/form-data</c>, read as it arrives and written to the
/// disk once. The unit stands in the body, so that the power over it is asked for here and not by the route.
/// </summary>
internal static class MinutesUploadEndpoints
{
    /// <summary>The whole body: the largest file, and room for what is around it.</summary>
    public const long MaxBodyBytes = SpooledFile.MaxBytes + (1024 * 1024);

    private const int MaxParts = 20;
    private const int MaxFieldBytes = 1_000;

    /// <summary>A reader's own is 4 KB, of which each would be written to the disk alone.</summary>
    private const int BufferSize = 128 * 1024;

    public static void MapMinutesUpload(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/minutes", UploadAsync).NeedsPower(Power.Submit).DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MaxBodyBytes));

    private static async Task<IResult> UploadAsync(
        HttpContext context, ReceiveMinutes receive, FindSharedBytes find, UnitPowers powers, PartyCalendar calendar,
        CancellationToken cancellationToken)
    {
        await using var parts = new Parts();
        if (await ReadAsync(context.Request, parts, cancellationToken) is { } flaw)
        {
            return MinutesEndpoints.Refuse(flaw);
        }

        if (!OrganizationId.TryParse(parts["organizationId"], out var unit))
        {
            return MinutesEndpoints.Refuse(MinutesRefusals.Unit);
        }

        if (!await powers.HasAsync(context.Caller()!, Power.Submit, unit, cancellationToken))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "access.denied", WebTexts.Get("Detail403"));
        }

        if (parts.File is not { } file)
        {
            return MinutesEndpoints.Refuse(MinutesRefusals.FileMissing);
        }

        if (!TryRead(parts, out var kind, out var period, out var day, out var wrong))
        {
            return MinutesEndpoints.Refuse(wrong);
        }

        var outcome = await receive.RunAsync(
            new(unit, kind, period, day, file, context.Actor(), MinutesChannel.Api), cancellationToken);
        var shared = outcome is ReceivedMinutes.Stored stored
            ? await find.RunAsync(stored.Minutes, context.Caller()!.Scope, cancellationToken)
            : SharedBytes.None;
        return MinutesEndpoints.Answer(outcome, shared, calendar.Today);
    }

    private static bool TryRead(
        Parts parts, out ObligationKind kind, out Period period, out DateOnly? day, out string wrong)
    {
        (period, day) = (default, null);
        if (!ObligationKind.TryParse(parts["kind"], out kind))
        {
            wrong = MinutesRefusals.Kind;
            return false;
        }

        if (!Period.TryParse(parts["period"], out period))
        {
            wrong = MinutesRefusals.Period;
            return false;
        }

        wrong = MinutesRefusals.MeetingDate;
        if (parts["meetingDate"] is { Length: > 0 } text)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", out var parsed))
            {
                return false;
            }

            day = parsed;
        }

        return true;
    }

    /// <returns>Why the body cannot be read, as one of <see cref="MinutesRefusals"/>; null when it was.</returns>
    private static async Task<string?> ReadAsync(HttpRequest request, Parts parts, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary)
        {
            return MinutesRefusals.FileMissing;
        }

        var reader = new MultipartReader(boundary, request.Body, BufferSize);
        try
        {
            for (var count = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; count++)
            {
                if (count == MaxParts || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var name))
                {
                    return MinutesRefusals.FileMissing;
                }

                if (await parts.TakeAsync(section, name, cancellationToken) is { } flaw)
                {
                    return flaw;
                }
            }

            return null;
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException))
        {
            return MinutesRefusals.Broken;
        }
    }

    private sealed class Parts : IAsyncDisposable
    {
        private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

        public SpooledFile? File { get; private set; }

        public string? this[string name] => _fields.GetValueOrDefault(name);

        public async Task<string?> TakeAsync(
            MultipartSection section, ContentDispositionHeaderValue name, CancellationToken cancellationToken)
        {
            if (name.IsFileDisposition() && File is null)
            {
                var fileName = HeaderUtilities.RemoveQuotes(name.FileNameStar.HasValue ? name.FileNameStar : name.FileName);
                File = await SpooledFile.TryCreateAsync(section.Body, fileName.Value, cancellationToken);
                return File is null ? MinutesRefusals.TooLarge : null;
            }

            var buffer = new byte[MaxFieldBytes];
            var read = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            _fields[HeaderUtilities.RemoveQuotes(name.Name).ToString()] = Encoding.UTF8.GetString(buffer.AsSpan(0, read));
            return null;
        }

        public ValueTask DisposeAsync() => File?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
