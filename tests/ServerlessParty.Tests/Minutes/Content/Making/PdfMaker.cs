using System.Globalization;
using System.Text;

namespace ServerlessParty.Tests.Minutes.Content.Making;

/// <summary>
/// PDF files, object by object. A fresh one has a catalogue (1), a branch of pages (2), a page (3), a font (4, 5, 6) and the
/// page's instructions (7).
/// </summary>
internal sealed class PdfMaker
{
    private readonly List<byte[]> _objects = [];

    public string Header { get; init; } = "%PDF-1.4\n%âãÏÓ\n";

    /// <summary>Added to the last dictionary.</summary>
    public string Trailer { get; init; } = "";

    /// <param name="inCatalog">Added to the catalogue.</param>
    /// <param name="inPage">Added to the page.</param>
    public static PdfMaker Of(IEnumerable<string> lines, string inCatalog = "", string inPage = "", string trailer = "", bool packed = true)
    {
        var text = lines.ToList();
        var maker = new PdfMaker { Trailer = trailer };
        maker.Add($"<< /Type /Catalog /Pages 2 0 R {inCatalog} >>");
        maker.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        maker.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 7 0 R "
            + $"{inPage} >>");
        maker.Add("<< /Type /Font /Subtype /Type0 /BaseFont /Times /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>");
        maker.Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
            + "/Supplement 0 >> /DW 500 >>");
        maker.AddStream("", PdfText.Meanings(text), packed);
        maker.AddStream("", PdfText.Instructions(text), packed);
        return maker;
    }

    public static PdfMaker Minutes(string inCatalog = "", string inPage = "", string trailer = "") =>
        Of(["BIÊN BẢN SINH HOẠT CHI BỘ", "Hôm nay, chi bộ họp thường kỳ."], inCatalog, inPage, trailer);

    /// <returns>The number of the object.</returns>
    public int Add(string body)
    {
        _objects.Add(Encoding.Latin1.GetBytes(body));
        return _objects.Count;
    }

    public int AddStream(string entries, byte[] bytes, bool packed = true)
    {
        var body = packed ? PngMaker.Pack(bytes) : bytes;
        _objects.Add(
        [
            .. Encoding.Latin1.GetBytes($"<< {entries} {(packed ? "/Filter /FlateDecode " : "")}/Length {body.Length} >>\nstream\n"),
            .. body, .. "\nendstream"u8,
        ]);
        return _objects.Count;
    }

    /// <summary>An object is put in place of an earlier one.</summary>
    public PdfMaker Replace(int number, string body)
    {
        _objects[number - 1] = Encoding.Latin1.GetBytes(body);
        return this;
    }

    /// <summary>With a table of contents as of old.</summary>
    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        file.Write(Encoding.Latin1.GetBytes(Header));
        var places = WriteObjects(file, 1, _objects);
        WriteTable(file, 0, places, $"/Size {places.Count + 1} /Root 1 0 R {Trailer}");
        return file.ToArray();
    }

    /// <summary>Saved a second time behind the first: one object changed, the rest as it was.</summary>
    public byte[] SavedAgain(int number, string body)
    {
        var first = Bytes();
        using var file = new MemoryStream();
        file.Write(first);
        var places = WriteObjects(file, number, [Encoding.Latin1.GetBytes(body)]);
        var start = Encoding.Latin1.GetString(first).LastIndexOf("xref\n0 ", StringComparison.Ordinal);
        WriteTable(file, number, places, $"/Size {_objects.Count + 1} /Root 1 0 R /Prev {start}");
        return file.ToArray();
    }

    /// <summary>Since PDF 1.5: objects without bytes of their own lie packed in a stream, and the table is a stream too.</summary>
    public byte[] Modern(string inTable = "")
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%âãÏÓ\n"u8);
        var plain = Enumerable.Range(1, _objects.Count).Where(n => !Encoding.Latin1.GetString(_objects[n - 1]).Contains("\nstream\n", StringComparison.Ordinal)).ToList();
        foreach (var number in Enumerable.Range(1, _objects.Count).Except(plain))
        {
            WriteObjects(file, number, [_objects[number - 1]]);
        }

        var held = new PdfMaker();
        held.AddStream($"/Type /ObjStm /N {plain.Count} /First {Head(plain).Length}", [.. Head(plain), .. plain.SelectMany(n => (byte[])[.. _objects[n - 1], (byte)'\n'])]);
        WriteObjects(file, _objects.Count + 1, held._objects);
        var table = new PdfMaker();
        table.AddStream($"/Type /XRef /Size {_objects.Count + 3} /W [1 2 1] /Root 1 0 R {inTable}", new byte[4 * (_objects.Count + 3)]);
        var start = WriteObjects(file, _objects.Count + 2, table._objects)[0];
        file.Write(Encoding.Latin1.GetBytes($"startxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private byte[] Head(List<int> numbers)
    {
        var place = 0;
        return Encoding.Latin1.GetBytes(string.Concat(numbers.Select(number =>
        {
            var entry = string.Create(CultureInfo.InvariantCulture, $"{number} {place} ");
            place += _objects[number - 1].Length + 1;
            return entry;
        })));
    }

    private static List<long> WriteObjects(MemoryStream file, int first, List<byte[]> objects)
    {
        var places = new List<long>();
        foreach (var body in objects)
        {
            places.Add(file.Position);
            file.Write(Encoding.Latin1.GetBytes($"{first + places.Count - 1} 0 obj\n"));
            file.Write(body);
            file.Write("\nendobj\n"u8);
        }

        return places;
    }

    private static void WriteTable(MemoryStream file, int first, List<long> places, string trailer)
    {
        var start = file.Position;
        var free = first == 0 ? "0000000000 65535 f \n" : "";
        var lines = string.Concat(places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n")));
        file.Write(Encoding.Latin1.GetBytes(
            $"xref\n{first} {places.Count + (first == 0 ? 1 : 0)}\n{free}{lines}trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n"));
    }
}
