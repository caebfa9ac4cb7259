namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>Undoes what was done to the rows of a stream so that they pack better: the method that PNG uses too.</summary>
internal static class PdfPredictor
{
    /// <summary>Tables of contents have rows of a few bytes.</summary>
    private const int MaxRow = 64 * 1024;

    public static byte[] Undo(byte[] bytes, PdfValue.Dictionary parameters, int most)
    {
        if (Int(parameters, "Predictor", 1) < 10)
        {
            return bytes;
        }

        var bits = (long)Math.Clamp(Int(parameters, "Colors", 1), 1, 32) * Math.Clamp(Int(parameters, "BitsPerComponent", 8), 1, 16);
        var row = (int)Math.Clamp(((bits * Math.Clamp(Int(parameters, "Columns", 1), 1, MaxRow)) + 7) / 8, 1, MaxRow);
        return Undo(bytes, row, (int)Math.Max(1, bits / 8), most);
    }

    private static byte[] Undo(byte[] bytes, int row, int step, int most)
    {
        var rows = Math.Min(bytes.Length / (row + 1), most / row);
        var plain = new byte[rows * row];
        for (var r = 0; r < rows; r++)
        {
            var from = bytes.AsSpan((r * (row + 1)) + 1, row);
            var into = plain.AsSpan(r * row, row);
            var above = r == 0 ? new byte[row] : plain.AsSpan((r - 1) * row, row);
            var method = bytes[r * (row + 1)];
            for (var i = 0; i < row; i++)
            {
                var left = i < step ? 0 : into[i - step];
                into[i] = (byte)((from[i] + Guess(method, left, above[i], i < step ? 0 : above[i - step])) & 0xFF);
            }
        }

        return plain;
    }

    private static int Guess(byte method, int left, int above, int aboveLeft) => method switch
    {
        1 => left,
        2 => above,
        3 => (left + above) / 2,
        4 => Nearest(left, above, aboveLeft),
        _ => 0,
    };

    private static int Nearest(int left, int above, int aboveLeft)
    {
        var guess = left + above - aboveLeft;
        var (toLeft, toAbove, toBoth) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - aboveLeft));
        return toLeft <= toAbove && toLeft <= toBoth ? left : toAbove <= toBoth ? above : aboveLeft;
    }

    private static int Int(PdfValue.Dictionary parameters, string key, int otherwise) =>
        parameters[key] is PdfValue.Number number ? number.Int : otherwise;
}
