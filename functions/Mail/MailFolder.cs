namespace ServerlessParty.Mail;

/// <summary>The folder that letters are written to on a developer's machine: <c>{Local:DataPath}/mail</c>.</summary>
/// <param name="Path">Absolute.</param>
public sealed record MailFolder(string Path)
{
    public const string Extension = ".eml";

    /// <summary>The file of one attempt at one letter; an address or event id can't lead out of the folder.</summary>
    public string FileOf(LetterId letter, int attempt) =>
        System.IO.Path.Combine(Path, NameOf(letter, attempt) + Extension);

    /// <summary>The file's name without its ending.</summary>
    public static string NameOf(LetterId letter, int attempt) => Uri.EscapeDataString($"{letter}.{attempt}");
}
