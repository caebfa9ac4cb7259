using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>What an opened one-tap link leaves on the phone: unit, epoch and last day, encrypted, sent to <c>/u</c> only.</summary>
internal sealed class UnitCookie(IDataProtectionProvider protection, OpenUnitLink open, LinkBase links)
{
    public const string Name = "unit";

    private readonly IDataProtector _protector = protection.CreateProtector("unit-cookie");

    public void Write(HttpContext context, UnitLink link) =>
        context.Response.Cookies.Append(Name, _protector.Protect(Text(link)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            Path = "/u",
            SameSite = SameSiteMode.Lax,
            Secure = links.IsHttps || context.Request.IsHttps,
        });

    public static void Clear(HttpContext context) =>
        context.Response.Cookies.Delete(Name, new CookieOptions { Path = "/u" });

    /// <summary>The secretary whom the cookie stands for, as long as the link behind it lives.</summary>
    public async Task<Caller?> ReadAsync(HttpContext context) =>
        Unprotect(context.Request.Cookies[Name]) is { } link && await open.LivesAsync(link, context.RequestAborted)
            ? new Caller(Role.Secretary, $"unit:{link.Unit}", link.Unit) : null;

    private static string Text(UnitLink link) => string.Create(
        CultureInfo.InvariantCulture, $"{link.Unit}|{link.Epoch}|{link.LastDay.DayNumber}");

    private UnitLink? Unprotect(string? value)
    {
        try
        {
            var parts = value is null ? [] : _protector.Unprotect(value).Split('|');
            return parts.Length != 3 ? null : new UnitLink(
                OrganizationId.Parse(parts[0]),
                int.Parse(parts[1], CultureInfo.InvariantCulture),
                DateOnly.FromDayNumber(int.Parse(parts[2], CultureInfo.InvariantCulture)));
        }
        catch (CryptographicException)
        {
            // Not ours, or of a key that is gone: the same as no cookie.
            return null;
        }
    }
}
