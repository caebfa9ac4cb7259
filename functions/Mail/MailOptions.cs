namespace ServerlessParty.Mail;

/// <summary>Settings <c>Mail:*</c>.</summary>
public sealed record MailOptions
{
    /// <summary>The only provider so far: letters become files.</summary>
    public const string Folder = "Folder";

    /// <summary>The most characters of <see cref="FromName"/>.</summary>
    public const int MaxNameLength = 100;

    public const string ProviderUnknown = "Mail:Provider must be Folder.";
    public const string FromUnusable = "Mail:From must be a plain e-mail address.";
    public const string NameUnusable = "Mail:FromName must be at most 100 characters without control characters.";

    /// <summary>Who carries letters; default <see cref="Folder"/>.</summary>
    public string Provider { get; init; } = Folder;

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "back-office@example.org";

    /// <summary>The sender's name as readers see it; empty for none.</summary>
    public string FromName { get; init; } = "";

    public static bool ProviderIsKnown(MailOptions options) => options.Provider == Folder;

    public static bool FromIsUsable(MailOptions options) => EmailAddress.IsValid(options.From);

    public static bool NameIsUsable(MailOptions options) =>
        options.FromName.Length <= MaxNameLength && !options.FromName.Any(char.IsControl);
}
