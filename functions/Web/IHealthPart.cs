namespace ServerlessParty.Web;

/// <summary>One thing that <c>/healthz</c> tells of. It is open to all: one word, and nothing that would help a stranger.</summary>
public interface IHealthPart
{
    /// <summary>As the answer calls it.</summary>
    string Name { get; }

    Task<HealthPart> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="State">One word.</param>
/// <param name="IsSick">Whether the product cannot serve because of it, and another executable or a restart may help.</param>
public sealed record HealthPart(string State, bool IsSick = false);
