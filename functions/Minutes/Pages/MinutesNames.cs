using System.Globalization;
using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Pages;

/// <summary>Minutes in words people use.</summary>
internal static class MinutesNames
{
    private static readonly CultureInfo Vietnam = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>What was handed in, and for the second time and later, for which time.</summary>
    public static string Of(MinutesId id) => id.Version == 1
        ? ObligationNames.Of(id.Key.Kind, id.Key.Period)
        : MinutesPagesTexts.Format("NameOfVersion", ObligationNames.Of(id.Key.Kind, id.Key.Period), id.Version);

    public static string Of(MinutesState state) => ObligationNames.Of(state switch
    {
        MinutesState.Received => ObligationState.Submitted,
        MinutesState.Accepted => ObligationState.Accepted,
        MinutesState.Returned => ObligationState.Returned,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    });

    /// <summary>The colour of a state, by its class in the stylesheet; the word says it too.</summary>
    public static string Tone(MinutesState state) => state switch
    {
        MinutesState.Accepted => "done",
        MinutesState.Returned => "late",
        _ => "",
    };

    /// <summary><c>1,2 MB</c>, or <c>340 KB</c> below one.</summary>
    /// <param name="bytes">Rounded up, so that nothing is of no size.</param>
    public static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(Vietnam, $"{Math.Ceiling(bytes / 1024m)} KB")
        : string.Create(Vietnam, $"{Math.Ceiling(bytes / 104_857.6m) / 10:0.#} MB");
}
