using MimeKit;

namespace ServerlessParty.Mail;

/// <summary>Hands letters over to a folder, as the <c>.eml</c> files that mail programs open. A file is there wholly or not at all.</summary>
public sealed class FolderMailer(MailFolder folder, MailOptions options, TimeProvider time) : IMailer
{
    public int MaxLettersPerCall => 50;

    public async Task<IReadOnlyList<HandOver>> HandOverAsync(
        IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Path);
        var results = new List<HandOver>(mails.Count);
        foreach (var mail in mails)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(EmailAddress.IsValid(mail.To)
                ? await WriteAsync(mail, cancellationToken) : new HandOver.Refused("The address is not one."));
        }

        return results;
    }

    public Task<HandOver?> RecallAsync(LetterId letter, int attempt, CancellationToken cancellationToken) =>
        Task.FromResult<HandOver?>(File.Exists(folder.FileOf(letter, attempt))
            ? new HandOver.Taken(MailFolder.NameOf(letter, attempt))
            : new HandOver.NotSent("The file was not written.", null));

    private async Task<HandOver> WriteAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var file = folder.FileOf(mail.Letter, mail.Attempt);
        var draft = $"{file}.{Guid.NewGuid():N}";
        try
        {
            using var message = MimeLetter.Of(mail, options, time.GetUtcNow());
            await WriteThroughAsync(draft, message, cancellationToken);
            File.Move(draft, file, overwrite: true);
            return new HandOver.Taken(MailFolder.NameOf(mail.Letter, mail.Attempt));
        }
        catch (IOException failure)
        {
            File.Delete(draft);
            return new HandOver.NotSent(failure.GetType().Name, null);
        }
    }

    /// <summary>On the disk before it gets its name: a file that is there after a power cut is whole.</summary>
    private static async Task WriteThroughAsync(string path, MimeMessage message, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await message.WriteToAsync(MimeLetter.Format, stream, cancellationToken);
        stream.Flush(flushToDisk: true);
    }
}
