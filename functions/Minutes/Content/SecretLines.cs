namespace ServerlessParty.Minutes.Content;

/// <summary>Looks for marks of secrecy in lines as they come: a label may stand in one cell and its level in the next.</summary>
/// <param name="wrapped">
/// The lines are those of a printed page, where a heading in capitals may break before its last word: <c>… BẢO VỆ BÍ</c>,
/// <c>MẬT</c>. There the word goes with the line before.
/// </param>
internal sealed class SecretLines(bool wrapped)
{
    private static readonly string[] Halves = [" BÍ", " BẢO"];

    private string _before = "";

    /// <summary>Takes the next line and says whether it, or it with the line before, is a mark. Blank lines are passed over.</summary>
    public bool IsMarked(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return false;
        }

        var before = _before;
        _before = line;
        return (SecretMark.IsMark(line) && !Continues(before))
            || SecretMark.IsLabelWithLevel(line)
            || (SecretMark.IsLabel(before) && SecretMark.IsLevel(line));
    }

    private bool Continues(string before) =>
        wrapped && Halves.Any(half => SecretMark.Composed(before.TrimEnd()).EndsWith(half, StringComparison.Ordinal));
}
