namespace ServerlessParty.Storage.Tables;

internal static class Utf16
{
    /// <summary>Whether every surrogate has its other half; half a character would silently become U+FFFD on the wire.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var at && at >= 0)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            text = text[(at + 2)..];
        }

        return true;
    }
}
