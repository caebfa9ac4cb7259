using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Setup;

namespace ServerlessParty.Hosting;

/// <summary><c>check-mail</c>: says line by line what of the mail's set-up is well and what is missing, and fails if anything is.</summary>
internal sealed class CheckMailCommand(CheckMail check, StoreLanguage language) : ICommand
{
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = language.Culture;
        var checks = await check.RunAsync(cancellationToken);
        foreach (var one in checks)
        {
            Console.WriteLine($"{(one.IsWell ? "[+]" : "[-]")} {one.Text}");
        }

        return checks.All(one => one.IsWell) ? 0 : 1;
    }
}
