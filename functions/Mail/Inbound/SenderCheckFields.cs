using System.Text.RegularExpressions;

namespace ServerlessParty.Mail.Inbound;

/// <summary>Reads what the carrier says of its checks: <c>SPF</c> is a word, <c>dkim</c> looks like <c>{@example.org : pass}</c> and is not JSON.</summary>
internal static partial class SenderCheckFields
{
    public static SenderChecks Read(string? spf, string? dkim) => new(
        spf?.Trim().Equals("pass", StringComparison.OrdinalIgnoreCase) == true,
        [
            .. SignaturePattern().Matches(dkim ?? "")
                .Where(m => m.Groups["result"].Value.Equals("pass", StringComparison.OrdinalIgnoreCase))
                .Select(m => m.Groups["domain"].Value.ToLowerInvariant())
                .Distinct(),
        ]);

    [GeneratedRegex(@"@(?<domain>[A-Za-z0-9.-]{1,253})\s*:\s*(?<result>[A-Za-z]+)")]
    private static partial Regex SignaturePattern();
}
