namespace ServerlessParty.Minutes.Content;

/// <summary>The time one check may take: whoever reads a file asks it at every step that a hostile file could repeat.</summary>
internal sealed class ReadingBudget(TimeProvider time, TimeSpan longest, CancellationToken cancellationToken)
{
    private readonly long _began = time.GetTimestamp();

    /// <summary>What has been spent so far.</summary>
    public TimeSpan Spent => time.GetElapsedTime(_began);

    /// <exception cref="ContentRefusedException">The time is over.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Spent > longest)
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }
    }
}
