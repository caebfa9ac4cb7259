namespace ServerlessParty.Minutes;

/// <summary>The HTTP status that belongs to each of <see cref="MinutesRefusals"/>.</summary>
public static class MinutesRefusalStatus
{
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> is none of them.</exception>
    public static int StatusOf(string code) => code switch
    {
        MinutesRefusals.Unit or MinutesRefusals.NotFound => 404,
        MinutesRefusals.NotOwed or MinutesRefusals.Duplicate => 409,
        MinutesRefusals.TooLarge => 413,
        MinutesRefusals.Type or MinutesRefusals.OldWord or MinutesRefusals.Heic or MinutesRefusals.Executable
            or MinutesRefusals.Macros => 415,
        MinutesRefusals.Encrypted or MinutesRefusals.Broken or MinutesRefusals.Unpacks or MinutesRefusals.Pixels
            or MinutesRefusals.Empty or MinutesRefusals.Secret or MinutesRefusals.Infected or MinutesRefusals.FileMissing
            or MinutesRefusals.Kind or MinutesRefusals.Period or MinutesRefusals.MeetingDate or MinutesRefusals.Filter => 422,
        MinutesRefusals.ScannerDown => 503,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such refusal."),
    };
}
