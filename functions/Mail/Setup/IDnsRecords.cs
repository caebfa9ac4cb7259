namespace ServerlessParty.Mail.Setup;

/// <summary>Asks the name service. A name without such records has none; an exception means that nobody answered.</summary>
public interface IDnsRecords
{
    /// <summary>The hosts that take mail for <paramref name="domain"/>, lower case, without a dot at the end.</summary>
    /// <exception cref="DnsSilentException">There was no usable answer in time.</exception>
    Task<IReadOnlyList<string>> MailHostsAsync(string domain, CancellationToken cancellationToken);

    /// <summary>Where <paramref name="name"/> leads, lower case, without a dot at the end; null for nowhere.</summary>
    /// <exception cref="DnsSilentException">There was no usable answer in time.</exception>
    Task<string?> AliasAsync(string name, CancellationToken cancellationToken);

    /// <summary>The texts at <paramref name="name"/>, each put together from its parts.</summary>
    /// <exception cref="DnsSilentException">There was no usable answer in time.</exception>
    Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancellationToken);
}

/// <summary>The name service does not answer.</summary>
public sealed class DnsSilentException(Exception? inner = null) : Exception("The name service does not answer.", inner);
