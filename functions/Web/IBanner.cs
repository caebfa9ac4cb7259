namespace ServerlessParty.Web;

/// <summary>Something every page says at its top while it is so: that the data is a sample, that sending is stopped.</summary>
public interface IBanner
{
    /// <summary>What to say on this page, or null for nothing. Asked on every page: must be cheap.</summary>
    ValueTask<BannerContent?> GetAsync(HttpContext context);
}

/// <summary>A sentence, and at most one button and one link beside it.</summary>
/// <param name="Action">Where the button posts to; a local path.</param>
/// <param name="Button">The button's text; needed when <paramref name="Action"/> is given.</param>
/// <param name="Link">Where to read more; a local path.</param>
/// <param name="LinkText">The link's text; needed when <paramref name="Link"/> is given.</param>
public sealed record BannerContent(
    string Text, string? Action = null, string? Button = null, string? Link = null, string? LinkText = null);
