using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Pages;

/// <summary>What the page of all minutes was asked for. Words that name no period or state are left out.</summary>
/// <param name="After">Where the page before ended; null on the first.</param>
public sealed record FindQuery(string Words, Period? Period, MinutesState? State, string? After)
{
    public static FindQuery Read(string? words, string? period, string? state, string? after)
    {
        var trimmed = words?.Trim() ?? "";
        return new(
            trimmed.Length > FindMinutes.MaxQueryLength ? trimmed[..FindMinutes.MaxQueryLength] : trimmed,
            Obligations.Period.TryParse(period, out var wanted) ? wanted : null,
            Enum.TryParse<MinutesState>(state, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null,
            string.IsNullOrEmpty(after) ? null : after);
    }

    public bool IsEmpty => Words.Length == 0 && Period is null && State is null;

    /// <summary>The address of a page of the same search.</summary>
    /// <param name="after">Where it begins; null for the first.</param>
    public string Link(OrganizationId? under, string? after) => string.Create(
        CultureInfo.InvariantCulture,
        $"/minutes?under={under}&q={Uri.EscapeDataString(Words)}&period={Period}&state={State}")
        + (after is null ? "" : "&after=" + Uri.EscapeDataString(after));
}
