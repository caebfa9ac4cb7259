namespace ServerlessParty.Mail.Inbound;

/// <summary>
/// Every mail that came in. A mark that it is unfinished is written before the mail itself, and that before its row; each end
/// is written before its mark is taken away. So a crash leaves a mark at least, and the next run goes on from there (I7).
/// </summary>
public interface IIntake
{
    Task<IntakeMail?> FindAsync(IntakeId id, CancellationToken cancellationToken);

    /// <summary>Keeps the post, then writes the row. When it returns, the mail is durable. Repeating it changes nothing.</summary>
    Task<StoredIntake> StoreAsync(IntakeMail mail, SpooledPost post, CancellationToken cancellationToken);

    /// <summary>The post as it came, on the local disk; null when it is not kept.</summary>
    Task<SpooledPost?> OpenAsync(IntakeId id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes <paramref name="next"/> if <paramref name="current"/> is still what is stored; a mail that is no longer kept is
    /// deleted at once.
    /// </summary>
    /// <returns>The mail as stored, or null when somebody else was faster.</returns>
    Task<IntakeMail?> AdvanceAsync(IntakeMail current, IntakeMail next, CancellationToken cancellationToken);

    /// <summary>Mails that are not at an end, and those whose end was cut off; costs no more than there are.</summary>
    IAsyncEnumerable<UnfinishedIntake> UnfinishedAsync(CancellationToken cancellationToken);

    /// <summary>Completes what cut-off writes left of a mail that is at an end, or takes away the mark of one that never became durable.</summary>
    /// <param name="mail">As stored; null for no row.</param>
    Task CompleteAsync(IntakeId id, IntakeMail? mail, CancellationToken cancellationToken);

    /// <summary>One page of the mails in a state, newest first (of those received, in no order that means something).</summary>
    /// <param name="after">The <see cref="IntakePage.Next"/> of the page before, or null.</param>
    /// <param name="take">1 to 100; a page may be shorter.</param>
    Task<IntakePage> PageAsync(IntakeState state, string? after, int take, CancellationToken cancellationToken);
}

/// <summary>A mail as stored.</summary>
/// <param name="IsNew">False when it was known.</param>
public sealed record StoredIntake(IntakeMail Mail, bool IsNew);

/// <param name="Since">When it was first seen (UTC).</param>
public sealed record UnfinishedIntake(IntakeId Id, DateTimeOffset Since);

/// <summary>A page of mails, and where the next begins (null: this was the last).</summary>
public sealed record IntakePage(IReadOnlyList<IntakeMail> Items, string? Next);
