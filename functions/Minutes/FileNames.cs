using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes;

/// <summary>Makes names of files that people and programs send storable and harmless.</summary>
public static class FileNames
{
    /// <summary>The longest name kept, in characters; the ending is kept when a name is cut.</summary>
    public const int MaxLength = 120;

    /// <summary>The name without folders, composed (NFC), without control characters and what file systems forbid; never empty.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var visible = string.Concat(last.EnumerateRunes()
            .Where(r => !System.Text.Rune.IsControl(r) && r != System.Text.Rune.ReplacementChar)
            .Select(r => "<>:\"|?*".Contains(r.ToString(), StringComparison.Ordinal) ? "_" : r.ToString()));
        var clean = Spelling.TryClean(visible, out var text) ? text.Trim('.', ' ') : "";
        return clean.Length == 0 ? "document" : Shorten(clean);
    }

    private static string Shorten(string name)
    {
        var ending = Path.GetExtension(name) is { Length: <= 10 } extension ? extension : "";
        return name.Length <= MaxLength ? name : name[..(MaxLength - ending.Length)].TrimEnd() + ending;
    }
}
