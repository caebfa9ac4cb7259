using System.Globalization;
using System.Text.Json;

namespace ServerlessParty.Organizations;

/// <summary>The kinds of unit and what people call them, as published in <c>seeds/kinds.json</c>.</summary>
public sealed class KindCatalog
{
    private readonly Dictionary<KindCode, Kind[]> _versions;
    private readonly Dictionary<string, KindCode> _spellings = [];

    /// <param name="kinds">One entry per code and day from which its labels hold; at least one.</param>
    /// <exception cref="ArgumentException">There is no kind, or two entries of one code begin on the same day.</exception>
    public KindCatalog(IEnumerable<Kind> kinds)
    {
        _versions = kinds.GroupBy(k => k.Code).ToDictionary(g => g.Key, g => g.OrderBy(k => k.ValidFrom).ToArray());
        if (_versions.Count == 0 || _versions.Values.Any(v => v.DistinctBy(k => k.ValidFrom).Count() < v.Length))
        {
            throw new ArgumentException("The kinds are missing, or one is given twice for the same day.", nameof(kinds));
        }

        foreach (var kind in _versions.Values.SelectMany(v => v))
        {
            _spellings.TryAdd(Spelling.Fold(kind.Vi), kind.Code);
        }

        foreach (var code in _versions.Keys)
        {
            _spellings[Spelling.Fold(code.Value)] = code;
        }
    }

    /// <summary>All codes, in the order of the file.</summary>
    public IReadOnlyCollection<KindCode> Codes => _versions.Keys;

    /// <summary>Whether the code is one of the published ones.</summary>
    public bool Knows(KindCode code) => _versions.ContainsKey(code);

    /// <summary>Whether units of this kind are cells, which meet every month; false for an unknown kind.</summary>
    public bool IsCell(KindCode code) => _versions.TryGetValue(code, out var versions) && versions[^1].IsCell;

    /// <summary>The codes of all kinds of cell.</summary>
    public IReadOnlySet<KindCode> Cells => _versions.Keys.Where(IsCell).ToHashSet();

    /// <summary>
    /// What the kind is called on <paramref name="day"/>; before its first day, as on that day. The code itself when unknown.
    /// </summary>
    public string Label(KindCode code, DateOnly day, CultureInfo culture)
    {
        if (!_versions.TryGetValue(code, out var versions))
        {
            return code.Value;
        }

        var kind = versions.LastOrDefault(k => k.ValidFrom <= day) ?? versions[0];
        return culture.TwoLetterISOLanguageName == "en" ? kind.En : kind.Vi;
    }

    /// <summary>The kind a person means by its code or a Vietnamese label, with or without accents and in any case.</summary>
    public bool TryFind(string text, out KindCode code) => _spellings.TryGetValue(Spelling.Fold(text), out code);

    /// <exception cref="JsonException">The file is not a list of kinds.</exception>
    /// <exception cref="FormatException">A code is not a kind code.</exception>
    public static KindCatalog Read(Stream json)
    {
        var entries = JsonSerializer.Deserialize<KindEntry[]>(json, JsonSerializerOptions.Web) ?? [];
        return new(entries.Select(e => new Kind(KindCode.Parse(e.Code), e.Vi, e.En, e.IsCell, e.ValidFrom)));
    }

    private sealed record KindEntry(string Code, string Vi, string En, bool IsCell, DateOnly ValidFrom);
}

/// <summary>A kind of unit as it is called from a day on.</summary>
/// <param name="ValidFrom">The first day of these labels, inclusive.</param>
public sealed record Kind(KindCode Code, string Vi, string En, bool IsCell, DateOnly ValidFrom);
