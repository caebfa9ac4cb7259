namespace ServerlessParty.Access;

/// <summary>Settings <c>Access:*</c>.</summary>
public sealed record AccessOptions
{
    /// <summary>The longest token taken.</summary>
    public const int MaxTokenLength = 200;

    public const string TokenElsewhere =
        "Access:AdminToken is for Development on loopback only; remove the setting or listen on 127.0.0.1.";

    public const string TokenUnusable = "Access:AdminToken must be 1 to 200 printable ASCII characters without spaces.";

    /// <summary>An operator's bearer token on a developer's machine; without it one is made at start. Refused elsewhere.</summary>
    public string? AdminToken { get; init; }

    public static bool MayHaveToken(AccessOptions options, DevelopmentPowers powers) =>
        options.AdminToken is null || powers.On;

    public static bool TokenIsUsable(AccessOptions options) => options.AdminToken is null
        || (options.AdminToken.Length is > 0 and <= MaxTokenLength && options.AdminToken.All(c => c is > ' ' and <= '~'));
}

/// <summary>Settings <c>Web:*</c>.</summary>
public sealed record WebOptions
{
    public const string UrlUnusable =
        "Web:PublicUrl must be an absolute http or https address without query and fragment, such as https://party.example.org.";

    /// <summary>The base of every link in letters; without it the address listened on, which only this machine can open.</summary>
    public string? PublicUrl { get; init; }

    /// <summary><see cref="PublicUrl"/> as an address; null when not set.</summary>
    public Uri? Url => string.IsNullOrEmpty(PublicUrl) ? null : new Uri(PublicUrl);

    public static bool UrlIsUsable(WebOptions options) => string.IsNullOrEmpty(options.PublicUrl)
        || (Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0);
}
