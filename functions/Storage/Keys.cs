using System.Globalization;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Storage;

/// <summary>The one place where keys are made. Parts are joined by <c>|</c>, which no part can hold; <c>}</c> is the next character after it, so it ends a prefix range.</summary>
internal static class Keys
{
    public const string Unit = "unit";
    public const string Head = "head";
    public const string Obligations = "obligation|";
    public const string Entries = "audit|";
    public const string AllMinutes = "minutes|";

    /// <summary>The first key behind all keys that begin with <paramref name="prefix"/>, which ends in <c>|</c>.</summary>
    public static string EndOf(string prefix) => prefix[..^1] + "}";

    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static DateOnly ParseDay(string text) => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);

    public static string Entry(int sequence) => Entries + sequence.ToString("D10", CultureInfo.InvariantCulture);

    public static string Obligation(ObligationKind kind, Period period) => $"{Obligations}{kind}|{period}";

    /// <summary>Before the versions of the minutes of one kind and period; ends in <c>|</c>.</summary>
    public static string MinutesOf(ObligationKind kind, Period period) => $"{AllMinutes}{kind}|{period}|";

    public static string Minutes(MinutesId id) => MinutesOf(id.Key.Kind, id.Key.Period) + Version(id.Version);

    /// <summary>The words by which minutes are found; beside their row, since lists of minutes do without them.</summary>
    public static string Words(MinutesId id) => $"words|{id.Key.Kind}|{id.Key.Period}|{Version(id.Version)}";

    /// <summary>The marker that a unit handed in these bytes (I8).</summary>
    public static string Bytes(string sha256) => $"hash|{sha256}";

    public static string Version(int version) => version.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The partition of everything that is due, or reminded for, on one day in one bucket.</summary>
    public static string BucketDay(int bucket, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{bucket:D2}|{Day(day)}");

    public static string Due(ObligationKey key) => $"{key.Organization.Key}|{key.Kind}|{key.Period}";

    public static string Reminder(ReminderKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{Due(key.Obligation)}|{key.Step.Offset:+000;-000;000}|{key.Step.Role.Value}");

    /// <summary>A unit's place: the keys from the root down to it, each ended by <c>|</c>, so that a branch is one range.</summary>
    public static string Path(IEnumerable<OrganizationId> fromRoot) =>
        string.Concat(fromRoot.Select(id => id.Key + "|"));

    /// <summary>The place of the unit above, empty for a root.</summary>
    public static string ParentPath(string path) => path[..(path.LastIndexOf('|', path.Length - 2) + 1)];
}
