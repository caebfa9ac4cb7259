namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>Judges the parts that a document carries by their first bytes: pictures, fonts and XML are what it may carry.</summary>
internal static class PartBytes
{
    /// <summary>Drawings are sometimes packed once more on their own.</summary>
    private static readonly string[] PackedDrawings = [".emz", ".wmz", ".svgz"];

    /// <param name="mayBeOffice">An Office file in the place of the numbers behind a chart is not an archive gone astray.</param>
    /// <exception cref="ContentRefusedException">The part is a program, an object of another program, or an archive.</exception>
    public static void Refuse(string name, ReadOnlySpan<byte> head, bool mayBeOffice)
    {
        if (Programs.Is(head) || Programs.HasNameOfOne(name) || FirstBytes.IsOle(head))
        {
            throw new ContentRefusedException(MinutesRefusals.Executable);
        }

        if (FirstBytes.IsArchive(head) && !mayBeOffice && !IsPackedDrawing(name, head))
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }
    }

    private static bool IsPackedDrawing(string name, ReadOnlySpan<byte> head) =>
        FirstBytes.IsGzip(head) && PackedDrawings.Contains(Path.GetExtension(name).ToLowerInvariant());
}
