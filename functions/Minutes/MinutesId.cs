using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes;

/// <summary>Names one version of the minutes of one unit, kind of meeting and period.</summary>
/// <param name="Version">1, 2, 3 … for the files handed in one after the other for the same period.</param>
public readonly record struct MinutesId(ObligationKey Key, int Version)
{
    private const char Separator = '_';

    /// <summary>As in URLs: <c>{organization}_{kind}_{period}_{version}</c>; no part holds an underscore.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Key.Organization}{Separator}{Key.Kind}{Separator}{Key.Period}{Separator}{Version}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out MinutesId id)
    {
        id = default;
        if (text?.Split(Separator) is not [var unit, var kindText, var periodText, var versionText]
            || !OrganizationId.TryParse(unit, out var organization)
            || !ObligationKind.TryParse(kindText, out var kind)
            || !Period.TryParse(periodText, out var period)
            || !int.TryParse(versionText, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || version < 1)
        {
            return false;
        }

        id = new(new(organization, kind, period), version);
        return true;
    }
}
