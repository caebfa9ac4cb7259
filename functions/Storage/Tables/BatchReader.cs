using System.Globalization;
using System.Text;
using Azure;

namespace ServerlessParty.Storage.Tables;

/// <summary>Reads the answers inside a transaction's multipart answer, in the order of the actions.</summary>
/// <remarks>
/// Goes by lines, not by boundaries: a part begins with its status line, then come headers, an empty line, and a body of one
/// line or none. Emulators place boundaries loosely.
/// </remarks>
internal static class BatchReader
{
    private const string StatusLine = "HTTP/1.1 ";

    public static IReadOnlyList<PartResponse> Read(Response response)
    {
        var parts = new List<PartResponse>();
        var inHeaders = false;
        using var text = new StringReader(response.Content.ToString());
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith(StatusLine, StringComparison.Ordinal))
            {
                parts.Add(Begin(line[StatusLine.Length..]));
                inHeaders = true;
            }
            else if (parts.Count > 0)
            {
                inHeaders = inHeaders && AddHeader(parts[^1], line);
                AddBody(parts[^1], line);
            }
        }

        return parts;
    }

    private static PartResponse Begin(string statusAndReason)
    {
        var words = statusAndReason.Split(' ', 2);
        return int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? new PartResponse(status, words.Length > 1 ? words[1] : "")
            : throw new FormatException("A part of the transaction's answer has no status.");
    }

    /// <summary>False at the empty line that ends the headers.</summary>
    private static bool AddHeader(PartResponse part, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || line[0] == '{')
        {
            return false;
        }

        part.SetHeader(line[..colon].Trim(), line[(colon + 1)..].Trim());
        return true;
    }

    private static void AddBody(PartResponse part, string line)
    {
        if (line.StartsWith('{') || line.StartsWith('<'))
        {
            part.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(line));
        }
    }
}
