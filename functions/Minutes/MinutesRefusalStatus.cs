namespace ServerlessParty.Minutes;

/// <summary>With which HTTP status a refusal is answered.</summary>
public static class MinutesRefusalStatus
{
    public static int Of(string code) => code switch
    {
        MinutesRefusals.Type or MinutesRefusals.OldWord or MinutesRefusals.Heic or MinutesRefusals.Executable
            or MinutesRefusals.Macros => 415,
        MinutesRefusals.TooLarge => 413,
        MinutesRefusals.Duplicate or MinutesRefusals.NotOwed => 409,
        MinutesRefusals.Unit or MinutesRefusals.NotFound => 404,
        MinutesRefusals.ScannerDown => 503,
        _ => 422,
    };
}
