using System.Text;
using System.Text.Unicode;

namespace ServerlessParty.Organizations;

/// <summary>Reads CSV: UTF-8 with or without BOM, any line ends, separated by <c>,</c>, <c>;</c> or tab as the header shows.</summary>
internal static class CsvSheet
{
    /// <exception cref="ImportRefusedException">The encoding, header, quotes or number of lines are not acceptable.</exception>
    public static ImportSheet Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (content.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        RefuseOtherEncodings(content.Span);
        char[] separators = [',', ';', '\t'];
        using var lines = new CsvLines(content, separators.MaxBy(s => Recognized(content, s)));
        var sheet = new ImportSheetBuilder(lines.Read() ? lines.Fields : []);
        while (lines.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lines.HasTextAfterQuote)
            {
                sheet.Reject(RejectedLine.Of(lines.Line, null, "import.quote"));
            }
            else
            {
                sheet.Add(lines.Line, lines.Fields);
            }
        }

        return sheet.ToSheet();
    }

    private static int Recognized(ReadOnlyMemory<byte> content, char separator)
    {
        using var lines = new CsvLines(content, separator);
        return lines.Read() ? ImportHeader.Recognized(lines.Fields) : 0;
    }

    private static void RefuseOtherEncodings(ReadOnlySpan<byte> content)
    {
        if (Utf8.IsValid(content))
        {
            return;
        }

        Utf8.ToUtf16(content, new char[content.Length], out var read, out _, replaceInvalidSequences: false);
        throw new ImportRefusedException(ImportRefusal.Of("import.encoding", 1 + content[..read].Count((byte)'\n')));
    }
}
