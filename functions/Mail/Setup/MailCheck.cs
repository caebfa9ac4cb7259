namespace ServerlessParty.Mail.Setup;

/// <summary>One thing that must be so for mail to work, and whether it is.</summary>
/// <param name="Text">What is, or what to do; in the reader's language, without a secret.</param>
public sealed record MailCheck(bool IsWell, string Text)
{
    /// <summary>Takes the words of <paramref name="name"/>, or those of <c>{name}Missing</c>.</summary>
    internal static MailCheck Of(bool isWell, string name, params object[] arguments) =>
        new(isWell, MailSetupTexts.Format(isWell ? name : name + "Missing", arguments));
}

/// <summary>Where this installation is reached.</summary>
/// <param name="PublicUrl">The setting <c>Web:PublicUrl</c>; null when it is not set.</param>
public sealed record MailPlace(Uri? PublicUrl);
