using System.Text;
using System.Text.RegularExpressions;

namespace ServerlessParty.Mail;

/// <summary>A letter as its file holds it.</summary>
/// <param name="Name">The file's name without ending.</param>
/// <param name="Date">The header as written.</param>
/// <param name="ReplyTo">Where an answer goes; empty: to the sender.</param>
public sealed record MailInBox(
    string Name, string Date, string From, string To, string ReplyTo, string Subject, string Text, string Html);

/// <summary>Reads the letters that <see cref="FolderMailer"/> wrote, newest first.</summary>
public sealed partial class Mailbox(MailFolder folder)
{
    /// <param name="skip">How many of the newest to leave out.</param>
    /// <param name="take">How many to read.</param>
    public async Task<IReadOnlyList<MailInBox>> PageAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var mails = new List<MailInBox>();
        foreach (var file in Newest().Skip(skip).Take(take))
        {
            mails.Add(Read(file.Name[..^MailFolder.Extension.Length], await File.ReadAllTextAsync(file.FullName, cancellationToken)));
        }

        return mails;
    }

    /// <returns>The letter of that name, or null.</returns>
    public async Task<MailInBox?> FindAsync(string name, CancellationToken cancellationToken) => FileOf(name) is { } file
        ? Read(name, await File.ReadAllTextAsync(file, cancellationToken)) : null;

    /// <summary>The file of that name, or null; only names that the folder itself lists, so that no name leads out of it.</summary>
    public string? FileOf(string name) =>
        Newest().FirstOrDefault(f => f.Name == name + MailFolder.Extension)?.FullName;

    private IEnumerable<FileInfo> Newest()
    {
        var directory = new DirectoryInfo(folder.Path);
        return directory.Exists
            ? directory.EnumerateFiles("*" + MailFolder.Extension)
                .OrderByDescending(f => f.LastWriteTimeUtc).ThenByDescending(f => f.Name, StringComparer.Ordinal)
            : [];
    }

    private static MailInBox Read(string name, string raw)
    {
        var text = raw.ReplaceLineEndings("\n");
        var head = text[..text.IndexOf("\n\n", StringComparison.Ordinal)].Replace("\n ", " ", StringComparison.Ordinal);
        var headers = head.Split('\n').Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => MimeHeader.Decode(pair[1]), StringComparer.OrdinalIgnoreCase);
        return new MailInBox(
            name, headers["Date"], headers["From"], headers["To"], headers.GetValueOrDefault("Reply-To", ""),
            headers["Subject"], Part(text, "text/plain"), Part(text, "text/html"));
    }

    private static string Part(string text, string type) =>
        PartPattern().Matches(text).FirstOrDefault(part => part.Groups["type"].Value == type) is { } found
            ? Encoding.UTF8.GetString(Convert.FromBase64String(found.Groups["body"].Value)) : "";

    [GeneratedRegex(@"\nContent-Type: (?<type>[a-z/]+); charset=utf-8\nContent-Transfer-Encoding: base64\n\n(?<body>[A-Za-z0-9+/=\n]*)\n--")]
    private static partial Regex PartPattern();
}
