using System.IO.Compression;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>Unpacks the bytes of streams, never more of them than asked for. Pictures are never unpacked.</summary>
internal sealed class PdfBytes(PdfSource source, Func<PdfValue, PdfValue> resolve)
{
    /// <summary>The most bytes that all streams together may be unpacked to.</summary>
    private const long MaxAltogether = 512 * 1024 * 1024;

    /// <summary>Text and drawings pack to a thirtieth at best; what passes this and goes on only wants to fill the reader's memory.</summary>
    private const int MaxRatio = 100;

    /// <summary>Packed bytes are no more than so many times the plain ones, written as letters, and a little.</summary>
    private const int MaxGrowth = 3;

    private const int Slack = 1024;

    private long _altogether;

    /// <param name="most">The most bytes wanted; what lies behind them is cut off.</param>
    /// <returns>The bytes; null when they are packed in a way that is not read here, or damaged from the beginning.</returns>
    /// <exception cref="ContentRefusedException">They unpack to nonsense.</exception>
    public byte[]? Unpack(PdfValue.Stream stream, int most)
    {
        var filters = Filters(stream.Of);
        var packed = Raw(stream, filters.Count == 0 ? most : (most * MaxGrowth) + Slack);
        foreach (var (name, parameters) in filters)
        {
            if (Unpack(packed, name, parameters, most) is not { } unpacked)
            {
                return null;
            }

            RefuseBomb(packed.Length, unpacked.Length, most);
            packed = unpacked;
        }

        return packed;
    }

    private byte[] Raw(PdfValue.Stream stream, int most)
    {
        var bytes = new byte[(int)Math.Clamp(stream.End - stream.Start, 0, most)];
        for (var at = 0; at < bytes.Length;)
        {
            var piece = source.Piece(stream.Start + at, Math.Min(64 * 1024, bytes.Length - at));
            piece.CopyTo(bytes.AsSpan(at));
            at += piece.Length > 0 ? piece.Length : throw new EndOfStreamException();
        }

        return bytes;
    }

    private static byte[]? Unpack(byte[] packed, string filter, PdfValue.Dictionary parameters, int most) => filter switch
    {
        "FlateDecode" or "Fl" => PdfPredictor.Undo(Inflate(packed, most), parameters, most),
        "ASCIIHexDecode" or "AHx" => PdfAscii.Hex(packed),
        "ASCII85Decode" or "A85" => PdfAscii.Base85(packed),
        _ => null,
    };

    /// <summary>As far as it goes: the end of a damaged stream is lost, and its checksum is looked at by no reader.</summary>
    private static byte[] Inflate(byte[] packed, int most)
    {
        using var unpacked = new MemoryStream();
        if (packed.Length > 2)
        {
            using var stream = new DeflateStream(new MemoryStream(packed, 2, packed.Length - 2), CompressionMode.Decompress);
            var buffer = new byte[16 * 1024];
            try
            {
                for (int read; unpacked.Length < most && (read = stream.Read(buffer)) > 0;)
                {
                    unpacked.Write(buffer, 0, (int)Math.Min(read, most - unpacked.Length));
                }
            }
            catch (InvalidDataException)
            {
                // What was read before the damage is kept.
            }
        }

        return unpacked.ToArray();
    }

    private void RefuseBomb(int packed, int unpacked, int most)
    {
        _altogether += unpacked;
        if (_altogether > MaxAltogether || (unpacked >= most && unpacked > 1024 * 1024 && unpacked / MaxRatio > packed))
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }
    }

    private List<(string Name, PdfValue.Dictionary Parameters)> Filters(PdfValue.Dictionary of)
    {
        var names = resolve(of.Entries.ContainsKey("Filter") ? of["Filter"] : of["F"]);
        var parameters = resolve(of.Entries.ContainsKey("DecodeParms") ? of["DecodeParms"] : of["DP"]);
        return names switch
        {
            PdfValue.Name name => [(name.Value, parameters as PdfValue.Dictionary ?? PdfValue.Dictionary.Empty)],
            PdfValue.List list => [.. list.Items.Take(8).Select((item, i) => (
                (resolve(item) as PdfValue.Name)?.Value ?? "", parameters is PdfValue.List each && i < each.Items.Count
                    ? resolve(each.Items[i]) as PdfValue.Dictionary ?? PdfValue.Dictionary.Empty
                    : PdfValue.Dictionary.Empty))],
            _ => [],
        };
    }
}
