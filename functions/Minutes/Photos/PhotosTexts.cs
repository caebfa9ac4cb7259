using System.Globalization;
using System.Resources;

namespace ServerlessParty.Minutes.Photos;

/// <summary>Sentences of this folder in the caller's language.</summary>
internal static class PhotosTexts
{
    private static readonly ResourceManager Resources = new(typeof(PhotosTexts));

    public static string Format(string name, params object[] arguments) => string.Format(
        CultureInfo.CurrentCulture,
        Resources.GetString(name, CultureInfo.CurrentUICulture)
            ?? throw new InvalidOperationException($"There is no text named '{name}'."),
        arguments);
}
