using System.Text.RegularExpressions;
using ServerlessParty.Access;
using ServerlessParty.Tests.Mail;

namespace ServerlessParty.Tests.Faults;

/// <summary>What really left: the mails as a reader of the folder finds them.</summary>
internal static partial class FaultMails
{
    /// <summary>One line for each paper that a mail names: <c>{to}: {unit} {due day}</c>; a link that is not its unit's fails.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(string folder, UnitLinks links)
    {
        var lines = new List<string>();
        foreach (var file in Files(folder))
        {
            var mail = MimeReader.Read(await File.ReadAllBytesAsync(file));
            lines.AddRange(await ReadAsync(mail.Header("To")!.Trim('<', '>'), mail.Part("text/plain"), links));
        }

        return lines;
    }

    /// <summary>The same of one mail's plain text.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(string to, string text, UnitLinks links)
    {
        var lines = new List<string>();
        var unit = "";
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (UnitPattern().Match(line) is { Success: true } named)
            {
                unit = named.Groups[1].Value;
            }
            else if (PaperPattern().Match(line) is { Success: true } paper)
            {
                lines.Add($"{to}: {unit} {paper.Groups[1].Value}");
            }
            else if (LinkPattern().Match(line) is { Success: true } link)
            {
                Assert.Equal(unit, (await links.ReadAsync(link.Groups[1].Value, default))?.Unit.Value);
            }
        }

        return lines;
    }

    /// <summary>The token of the one link in the one mail to somebody.</summary>
    public static async Task<string> TokenAsync(string folder, string to)
    {
        var mails = await Task.WhenAll(Files(folder).Select(async f => MimeReader.Read(await File.ReadAllBytesAsync(f))));
        var text = mails.Single(m => m.Header("To")!.Trim('<', '>') == to).Part("text/plain");
        return text.Split('\n', StringSplitOptions.TrimEntries)
            .Select(line => LinkPattern().Match(line)).Single(m => m.Success).Groups[1].Value;
    }

    public static IReadOnlyList<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [];

    [GeneratedRegex(@"^Chi bộ ([\w.]+)(?: \(.*\))?$")]
    private static partial Regex UnitPattern();

    [GeneratedRegex(@"^- .*: hết ngày (\d\d/\d\d/\d{4}) ")]
    private static partial Regex PaperPattern();

    [GeneratedRegex(@": https?://\S+/u/(\S+)$")]
    private static partial Regex LinkPattern();
}
