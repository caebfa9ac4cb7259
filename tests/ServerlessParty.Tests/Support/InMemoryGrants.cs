using ServerlessParty.Access;

namespace ServerlessParty.Tests.Support;

internal sealed class InMemoryGrants : IGrants
{
    private readonly Dictionary<string, Grant> _byEmail = new(StringComparer.OrdinalIgnoreCase);

    public void Remove(Grant grant) => _byEmail.Remove(grant.Email);

    public Task<Grant?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        Task.FromResult(_byEmail.GetValueOrDefault(email));

    public Task<Grant?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(_byEmail.Values.FirstOrDefault(g => g.Id == id));

    public Task<bool> AddAsync(Grant grant, CancellationToken cancellationToken) =>
        Task.FromResult(_byEmail.TryAdd(grant.Email, grant));
}
