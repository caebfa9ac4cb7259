using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Support;

/// <summary>Renders letters as the product does, without the rest of it.</summary>
internal static class LetterRendering
{
    public static LetterHtml Html() => new(
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider()
            .GetRequiredService<IServiceScopeFactory>(),
        NullLoggerFactory.Instance);
}
