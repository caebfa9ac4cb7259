namespace ServerlessParty.Mail;

/// <summary>How many letters wait for a person.</summary>
/// <param name="Uncertain">Nobody knows whether they left.</param>
/// <param name="Failed">They certainly did not.</param>
public sealed record UnsettledLetters(int Uncertain, int Failed)
{
    public static UnsettledLetters None { get; } = new(0, 0);
}
