namespace ServerlessParty.Minutes.Content;

/// <summary>What minutes may be, by their bytes.</summary>
public enum DocumentType
{
    Pdf,
    Docx,
    Odt,
    Jpeg,
    Png,
}

public static class DocumentTypes
{
    public static string MediaType(this DocumentType type) => type switch
    {
        DocumentType.Pdf => "application/pdf",
        DocumentType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        DocumentType.Odt => "application/vnd.oasis.opendocument.text",
        DocumentType.Jpeg => "image/jpeg",
        DocumentType.Png => "image/png",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such type."),
    };

    /// <summary>The ending a file of this type carries, with its dot.</summary>
    public static string Extension(this DocumentType type) => type switch
    {
        DocumentType.Jpeg => ".jpg",
        _ => "." + type.ToString().ToLowerInvariant(),
    };
}
