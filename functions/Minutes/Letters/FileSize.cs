using System.Globalization;

namespace ServerlessParty.Minutes.Letters;

/// <summary>The size of a file as people read it: <c>820 KB</c>, <c>1,2 MB</c>; the Vietnamese way in both languages.</summary>
internal static class FileSize
{
    private const long Kilo = 1024;
    private const long Mega = Kilo * Kilo;
    private static readonly CultureInfo Vietnam = CultureInfo.GetCultureInfo("vi-VN");

    /// <param name="bytes">At least 1; what is less than a kilobyte counts as one.</param>
    public static string Of(long bytes) => bytes >= Mega
        ? $"{((decimal)bytes / Mega).ToString("0.#", Vietnam)} MB"
        : $"{Math.Max(1, bytes / Kilo)} KB";
}
