using System.Globalization;
using System.Resources;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Signals as questions to the reviewer, in the reader's language.</summary>
public static class FormalityTexts
{
    private static readonly ResourceManager Resources = new(typeof(FormalityTexts));

    /// <summary>The question; the bare word of a signal that a later version no longer knows.</summary>
    public static string Of(FormalitySignal signal) =>
        Resources.GetString(signal.Code, CultureInfo.CurrentUICulture) is { } question
            ? string.Format(CultureInfo.CurrentCulture, question, [.. signal.Values])
            : signal.Code;
}
