using System.Net.Sockets;
using DnsClient;
using DnsClient.Protocol;

namespace ServerlessParty.Mail.Setup;

/// <summary>Asks the name servers that this machine is set to, once or twice, a few seconds each.</summary>
public sealed class DnsRecords : IDnsRecords
{
    private readonly Lazy<LookupClient> _client;

    public DnsRecords()
        : this(null)
    {
    }

    /// <param name="options">For tests that have a name server of their own.</param>
    internal DnsRecords(LookupClientOptions? options) =>
        _client = new(() => new LookupClient(options ?? new LookupClientOptions
        {
            Timeout = TimeSpan.FromSeconds(3),
            Retries = 1,
            UseCache = false,
        }));

    public async Task<IReadOnlyList<string>> MailHostsAsync(string domain, CancellationToken cancellationToken) =>
        [.. (await AskAsync(domain, QueryType.MX, cancellationToken)).OfType<MxRecord>().Select(record => Name(record.Exchange))];

    public async Task<string?> AliasAsync(string name, CancellationToken cancellationToken) =>
        (await AskAsync(name, QueryType.CNAME, cancellationToken)).OfType<CNameRecord>()
            .Select(record => Name(record.CanonicalName)).FirstOrDefault();

    public async Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancellationToken) =>
        [.. (await AskAsync(name, QueryType.TXT, cancellationToken)).OfType<TxtRecord>().Select(record => string.Concat(record.Text))];

    private async Task<IReadOnlyList<DnsResourceRecord>> AskAsync(
        string name, QueryType type, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _client.Value.QueryAsync(name, type, cancellationToken: cancellationToken);
            return !answer.HasError || answer.Header.ResponseCode is DnsHeaderResponseCode.NotExistentDomain
                ? answer.Answers
                : throw new DnsSilentException();
        }
        catch (Exception failure) when (failure is DnsResponseException or SocketException or InvalidOperationException)
        {
            throw new DnsSilentException(failure);
        }
    }

    private static string Name(DnsString name) => name.Value.TrimEnd('.').ToLowerInvariant();
}
