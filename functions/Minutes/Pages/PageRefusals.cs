namespace ServerlessParty.Minutes.Pages;

/// <summary>Why a form was not taken, as its page says it.</summary>
/// <param name="Code">One of <see cref="PageRefusals"/>, <see cref="MinutesRefusals"/> or the codes of photos.</param>
/// <param name="Sentence">What to do, in the reader's language.</param>
public sealed record PageRefusal(string Code, string Sentence)
{
    public static PageRefusal Of(string code) => new(code, MinutesPagesTexts.Refusal(code));

    /// <summary>The HTTP status of the page that says so.</summary>
    public int Status => Code switch
    {
        PageRefusals.Expired or PageRefusals.Unreadable => StatusCodes.Status400BadRequest,
        PageRefusals.Outdated or Obligations.RefusalCodes.State or Obligations.RefusalCodes.Closed => StatusCodes.Status409Conflict,
        _ when Code.StartsWith("minutes.", StringComparison.Ordinal) && Code != Photos.JoinedPhotos.TooMany =>
            MinutesRefusalStatus.StatusOf(Code),
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

/// <summary>What only a page refuses, beside <see cref="MinutesRefusals"/>.</summary>
internal static class PageRefusals
{
    /// <summary>More photos than <see cref="SentForm.MaxFiles"/>.</summary>
    public const string TooManyPhotos = "page.tooManyPhotos";

    /// <summary>The form's token is missing or of another session.</summary>
    public const string Expired = "page.expired";

    /// <summary>No form, or one that is damaged or beyond the limits of its fields.</summary>
    public const string Unreadable = "page.unreadable";

    /// <summary>Some fields of the form cannot be read as they are; beside each stands why.</summary>
    public const string Fields = "page.fields";

    /// <summary>A newer version came in while the reviewer looked at this one.</summary>
    public const string Outdated = "page.outdated";
}
