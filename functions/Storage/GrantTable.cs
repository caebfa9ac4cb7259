using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Access;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>The people who were invited: each once by id and once by a keyed hash of the address, written together.</summary>
internal sealed class GrantTable(Store store, ISecretKeys keys) : IGrants
{
    private const string Partition = "grant";

    public async Task<Grant?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        await FindRowAsync(await EmailRowAsync(email, cancellationToken), cancellationToken);

    public Task<Grant?> FindAsync(string id, CancellationToken cancellationToken) => FindRowAsync($"id|{id}", cancellationToken);

    public async Task<bool> AddAsync(Grant grant, CancellationToken cancellationToken)
    {
        var emailRow = await EmailRowAsync(grant.Email, cancellationToken);
        return await ConditionalWrites.TrySubmitAsync(
            await store.Access,
            [
                new(TableTransactionActionType.Add, Row(emailRow, grant)),
                new(TableTransactionActionType.Add, Row($"id|{grant.Id}", grant)),
            ],
            cancellationToken);
    }

    private async Task<Grant?> FindRowAsync(string rowKey, CancellationToken cancellationToken)
    {
        var found = await (await store.Access).GetEntityIfExistsAsync<TableEntity>(
            Partition, rowKey, cancellationToken: cancellationToken);
        return found.HasValue ? Grant(found.Value!) : null;
    }

    private async Task<string> EmailRowAsync(string email, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync("grant-address", cancellationToken);
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(email.ToLowerInvariant()));
        return $"email|{Convert.ToHexStringLower(hash)}";
    }

    private static TableEntity Row(string rowKey, Grant grant) => new(Partition, rowKey)
    {
        ["Id"] = grant.Id,
        ["Email"] = grant.Email,
        ["Role"] = grant.Role.ToString(),
        ["Scope"] = grant.Scope?.Value,
    };

    private static Grant Grant(TableEntity row) => new(
        row.GetString("Id")!, row.GetString("Email")!, Enum.Parse<Role>(row.GetString("Role")!), OrganizationRow.Id(row.GetString("Scope")));
}
