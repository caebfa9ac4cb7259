using System.Runtime.CompilerServices;
using ServerlessParty.Audit;

namespace ServerlessParty.Tests.Support;

/// <summary>A trail of one dossier, with the verdict that a test gives it.</summary>
internal sealed class ShortTrail : IAuditTrail
{
    public const string Dossier = "cell-1";

    public ChainVerification Verdict { get; set; } = new(true, 3, null);

    public Task<IReadOnlyList<AuditEntry>> ReadAsync(
        string dossier, int after, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AuditEntry>>(dossier == Dossier
            ? [.. Enumerable.Range(1, 3).Where(n => n > after).Take(take).Select(Entry)] : []);

    public Task<AuditHead?> HeadAsync(string dossier, CancellationToken cancellationToken) =>
        Task.FromResult(dossier == Dossier ? new AuditHead(3, "3") : null);

    public async IAsyncEnumerable<KeyValuePair<string, AuditHead>> HeadsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return KeyValuePair.Create(Dossier, new AuditHead(3, "3"));
    }

    public Task<ChainVerification?> VerifyAsync(string dossier, CancellationToken cancellationToken) =>
        Task.FromResult(dossier == Dossier ? Verdict : null);

    private static AuditEntry Entry(int sequence) => new(
        Dossier, sequence, DateTimeOffset.UnixEpoch, "operator", "organization.changed", "", null, "", "", "", $"{sequence}");
}
