using System.Globalization;
using System.Text;

namespace ServerlessParty.Benchmarks;

/// <summary>PDF files as scanners make them: one page, and a picture that no packing makes smaller.</summary>
internal static class Scans
{
    /// <summary>A file of <paramref name="size"/> bytes, different for each <paramref name="seed"/>.</summary>
    public static string Write(int size, int seed)
    {
        var path = Path.Combine(Path.GetTempPath(), $"scan-{size}-{seed}-{Guid.NewGuid():N}.pdf");
        using var file = File.Create(path);
        var offsets = new List<long>();
        Text(file, "%PDF-1.4\n");
        Object(file, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
        Object(file, offsets, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object(file, offsets, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>");
        var bytes = new byte[size - 700];
        new Random(seed).NextBytes(bytes);
        offsets.Add(file.Position);
        Text(file, $"4 0 obj\n<< /Length {bytes.Length} >>\nstream\n");
        file.Write(bytes);
        Text(file, "\nendstream\nendobj\n");
        var table = file.Position;
        Text(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => Text(file, $"{o:D10} 00000 n \n"));
        Text(file, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return path;
    }

    private static void Object(Stream file, List<long> offsets, string content)
    {
        offsets.Add(file.Position);
        Text(file, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
    }

    private static void Text(Stream file, FormattableString text) => Text(file, text.ToString(CultureInfo.InvariantCulture));

    private static void Text(Stream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));
}
