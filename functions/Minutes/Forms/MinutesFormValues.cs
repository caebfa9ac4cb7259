using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Placeholder for merge.</summary>
public static class MinutesFormValues
{
    public static IReadOnlyDictionary<string, string?> Of(MemberCounts members) => new Dictionary<string, string?>();

    public static IReadOnlyDictionary<string, string?> Of(MinutesForm form) =>
        new Dictionary<string, string?> { ["venue"] = form.Venue };
}
