using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes.Content;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>
/// Takes the documents out of a mail and looks at all of them before any is handed in: one paper marked secret, and nothing of
/// the mail may be kept.
/// </summary>
public sealed class UnpackMail(CheckDocument check, SecretMarks marks)
{
    /// <summary>The most documents of one mail; a person decides about more.</summary>
    public const int MaxDocuments = 30;

    /// <param name="chosen">Which files a person chose, 1 for the first; null to tell them by what they are.</param>
    public async Task<UnpackedMail> RunAsync(
        InboundMail mail, IReadOnlySet<int>? chosen, CancellationToken cancellationToken)
    {
        var unpacked = new UnpackedMail
        {
            IsSecret = marks.InName(mail.Head.Subject) || marks.InText(mail.Text) || mail.Attachments.Any(f => marks.InName(f.Name)),
        };
        var whole = false;
        try
        {
            for (var i = 0; i < mail.Attachments.Count && !unpacked.IsSecret; i++)
            {
                var file = mail.Attachments[i];
                await TakeAsync(unpacked, file, UseOf(file, i + 1, chosen), cancellationToken);
            }

            whole = true;
            return unpacked;
        }
        finally
        {
            if (!whole)
            {
                await unpacked.DisposeAsync();
            }
        }
    }

    private static AttachmentUse UseOf(InboundAttachment file, int number, IReadOnlySet<int>? chosen) =>
        MailDocuments.UseOf(file) is var use && chosen is null ? use
        : !chosen!.Contains(number) ? AttachmentUse.LeftOut
        : use is AttachmentUse.Packed ? use
        : AttachmentUse.Document;

    private async Task TakeAsync(
        UnpackedMail unpacked, InboundAttachment file, AttachmentUse use, CancellationToken cancellationToken)
    {
        switch (use)
        {
            case AttachmentUse.Packed:
                unpacked.Refuse(MailRefusals.Winmail, file.Name);
                break;
            case AttachmentUse.Document when unpacked.Count == MaxDocuments:
                unpacked.HasTooMany = true;
                break;
            case AttachmentUse.Document:
                await CheckAsync(unpacked, file, cancellationToken);
                break;
        }
    }

    private async Task CheckAsync(UnpackedMail unpacked, InboundAttachment file, CancellationToken cancellationToken)
    {
        await using var bytes = file.Open();
        if (await SpooledFile.TryCreateAsync(bytes, file.Name, cancellationToken) is not { } spooled)
        {
            unpacked.Refuse(MinutesRefusals.TooLarge, FileNames.Clean(file.Name));
            return;
        }

        var taken = false;
        try
        {
            taken = unpacked.Add(spooled, await check(spooled, cancellationToken));
        }
        finally
        {
            if (!taken)
            {
                await spooled.DisposeAsync();
            }
        }
    }
}

/// <summary>A document on the local disk.</summary>
/// <param name="IsPhoto">A picture of a page, not a document by itself.</param>
public sealed record UnpackedDocument(SpooledFile File, bool IsPhoto);

/// <summary>What came out of a mail; its files go when it is disposed.</summary>
public sealed class UnpackedMail : IAsyncDisposable
{
    private readonly List<UnpackedDocument> _documents = [];
    private readonly List<IntakeRefusal> _refusals = [];

    public IReadOnlyList<UnpackedDocument> Documents => _documents;

    /// <summary>Files that cannot be documents.</summary>
    public IReadOnlyList<IntakeRefusal> Refusals => _refusals;

    /// <summary>Something in it carries a mark of secrecy.</summary>
    public bool IsSecret { get; internal set; }

    /// <summary>What looks at files does not answer: try again later.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>There were more than are taken out.</summary>
    public bool HasTooMany { get; internal set; }

    internal int Count => _documents.Count + _refusals.Count;

    public async ValueTask DisposeAsync()
    {
        foreach (var document in _documents)
        {
            await document.File.DisposeAsync();
        }
    }

    internal void Refuse(string code, string file) => _refusals.Add(new(code, file));

    /// <returns>Whether the file is one of the documents now.</returns>
    internal bool Add(SpooledFile file, CheckedContent found)
    {
        switch (found)
        {
            case CheckedContent.Fine fine:
                _documents.Add(new(file, fine.Type is DocumentType.Jpeg or DocumentType.Png));
                return true;
            case CheckedContent.Refused { Code: MinutesRefusals.Secret }:
                IsSecret = true;
                return false;
            case CheckedContent.Refused { Code: MinutesRefusals.ScannerDown }:
                IsBusy = true;
                return false;
            case CheckedContent.Refused refused:
                Refuse(refused.Code, file.FileName);
                return false;
            default:
                throw new InvalidOperationException($"No such finding: {found}.");
        }
    }
}
