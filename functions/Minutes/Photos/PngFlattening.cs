using System.IO.Compression;

namespace ServerlessParty.Minutes.Photos;

/// <summary>
/// Lays a picture with transparency on white, row by row: PDF keeps transparency apart from colours, and paper has none.
/// Of sixteen bits the upper eight are kept.
/// </summary>
internal static class PngFlattening
{
    /// <summary>Each byte of a row is written as its difference from the row above, which photos compress well by.</summary>
    private const byte Up = 2;

    public static string Entries(PngFormat format) =>
        $"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {format.Channels - 1} /BitsPerComponent 8 "
        + $"/Columns {format.Width} >> /BitsPerComponent 8 /ColorSpace {(format.Channels == 2 ? "/DeviceGray" : "/DeviceRGB")}";

    /// <returns>False when the data is damaged or ends before the picture does.</returns>
    public static async Task<bool> WriteAsync(Stream data, PngFormat format, Stream target, CancellationToken cancellationToken)
    {
        await using var unpacked = new ZLibStream(data, CompressionMode.Decompress);
        await using var packed = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true);
        var rows = new Rows(format);
        for (var y = 0; y < format.Height; y++)
        {
            if (!rows.ReadNext(unpacked))
            {
                return false;
            }

            await packed.WriteAsync(rows.Flat, cancellationToken);
        }

        return true;
    }

    /// <summary>Two rows of the picture, as PNG filters each by the one above.</summary>
    private sealed class Rows(PngFormat format)
    {
        private readonly int _pixelBytes = format.Channels * format.Bits / 8;
        private byte[] _row = new byte[1 + (format.Width * format.Channels * format.Bits / 8)];
        private byte[] _above = new byte[1 + (format.Width * format.Channels * format.Bits / 8)];
        private readonly byte[] _flat = new byte[format.Width * (format.Channels - 1)];

        /// <summary>The row without transparency, with its filter before it.</summary>
        public byte[] Flat { get; } = new byte[1 + (format.Width * (format.Channels - 1))];

        public bool ReadNext(Stream unpacked)
        {
            (_row, _above) = (_above, _row);
            if (!IsRead(unpacked) || _row[0] > 4)
            {
                return false;
            }

            Unfilter();
            Flatten();
            return true;
        }

        private bool IsRead(Stream unpacked)
        {
            try
            {
                return unpacked.ReadAtLeast(_row, _row.Length, throwOnEndOfStream: false) == _row.Length;
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }

        private void Unfilter()
        {
            var filter = _row[0];
            for (var i = 1; i < _row.Length; i++)
            {
                var left = i > _pixelBytes ? _row[i - _pixelBytes] : 0;
                var upperLeft = i > _pixelBytes ? _above[i - _pixelBytes] : 0;
                var guess = filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => _above[i],
                    3 => (left + _above[i]) / 2,
                    _ => Paeth(left, _above[i], upperLeft),
                };
                _row[i] = (byte)((_row[i] + guess) & 0xFF);
            }
        }

        private void Flatten()
        {
            var (channelBytes, colours) = (format.Bits / 8, format.Channels - 1);
            Flat[0] = Up;
            for (int pixel = 1, at = 0; pixel < _row.Length; pixel += _pixelBytes)
            {
                var alpha = _row[pixel + (colours * channelBytes)];
                for (var colour = 0; colour < colours; colour++, at++)
                {
                    var onWhite = (byte)(((_row[pixel + (colour * channelBytes)] * alpha) + (255 * (255 - alpha)) + 127) / 255);
                    Flat[at + 1] = (byte)((onWhite - _flat[at]) & 0xFF);
                    _flat[at] = onWhite;
                }
            }
        }

        private static int Paeth(int left, int above, int upperLeft)
        {
            var estimate = left + above - upperLeft;
            var (toLeft, toAbove, toUpperLeft) =
                (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - upperLeft));
            return toLeft <= toAbove && toLeft <= toUpperLeft ? left : toAbove <= toUpperLeft ? above : upperLeft;
        }
    }
}
