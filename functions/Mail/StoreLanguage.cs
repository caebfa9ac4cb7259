using System.Globalization;

namespace ServerlessParty.Mail;

/// <summary>The language of what leaves the store without a reader's choice, such as letters. Setting <c>Store:Language</c>.</summary>
/// <param name="Code"><c>vi</c> or <c>en</c>.</param>
public sealed record StoreLanguage(string Code)
{
    public static StoreLanguage Vietnamese { get; } = new("vi");

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Code);
}
