using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>One file of a mail, on the local disk until disposed.</summary>
public sealed record OpenedFile(SpooledPost Post, string Name, Stream Bytes) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Post.DisposeAsync();
}

/// <summary>Takes one file, or the whole post, out of a mail that is kept.</summary>
public sealed class OpenIntakeFile(IIntake intake)
{
    /// <summary>The number of the post itself, as it came.</summary>
    public const int Whole = 0;

    /// <param name="number">1 for the first file, <see cref="Whole"/> for the post.</param>
    /// <returns>Null when there is no such mail or file.</returns>
    public async Task<OpenedFile?> RunAsync(IntakeId id, int number, CancellationToken cancellationToken)
    {
        if (await intake.OpenAsync(id, cancellationToken) is not { } post)
        {
            return null;
        }

        if (number == Whole)
        {
            return new(post, $"{id.Value[..12]}.txt", post.Rewind());
        }

        var content = await InboundMailReader.TryReadAsync(post, cancellationToken);
        if (content is not null && number >= 1 && number <= content.Attachments.Count)
        {
            var file = content.Attachments[number - 1];
            return new(post, FileNames.Clean(file.Name), file.Open());
        }

        await post.DisposeAsync();
        return null;
    }
}
