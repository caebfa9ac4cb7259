using MimeKit;

namespace ServerlessParty.Mail;

/// <summary>A letter as its file holds it.</summary>
/// <param name="Name">The file's name without ending.</param>
/// <param name="Date">The header as written.</param>
/// <param name="ReplyTo">Where an answer goes; empty: to the sender.</param>
public sealed record MailInBox(
    string Name, string Date, string From, string To, string ReplyTo, string Subject, string Text, string Html);

/// <summary>Reads the letters that <see cref="FolderMailer"/> wrote, newest first.</summary>
public sealed class Mailbox(MailFolder folder)
{
    /// <param name="skip">How many of the newest to leave out.</param>
    /// <param name="take">How many to read.</param>
    public async Task<IReadOnlyList<MailInBox>> PageAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var mails = new List<MailInBox>();
        foreach (var file in Newest().Skip(skip).Take(take))
        {
            mails.Add(await ReadAsync(
                file.Name[..^MailFolder.Extension.Length], file.FullName, cancellationToken));
        }

        return mails;
    }

    /// <returns>The letter of that name, or null.</returns>
    public async Task<MailInBox?> FindAsync(string name, CancellationToken cancellationToken) =>
        FileOf(name) is { } file ? await ReadAsync(name, file, cancellationToken) : null;

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

    private static async Task<MailInBox> ReadAsync(string name, string path, CancellationToken cancellationToken)
    {
        using var mail = await MimeMessage.LoadAsync(path, cancellationToken);
        return new MailInBox(
            name, Header(mail, HeaderId.Date), Header(mail, HeaderId.From), Header(mail, HeaderId.To),
            Header(mail, HeaderId.ReplyTo), mail.Subject ?? "", mail.TextBody ?? "", mail.HtmlBody ?? "");
    }

    private static string Header(MimeMessage mail, HeaderId header) => mail.Headers[header] ?? "";
}
