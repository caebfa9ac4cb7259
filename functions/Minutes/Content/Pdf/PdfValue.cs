namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>What a PDF is made of.</summary>
internal abstract record PdfValue
{
    private PdfValue()
    {
    }

    public sealed record Null : PdfValue
    {
        public static readonly Null Value = new();
    }

    public sealed record Number(double Value) : PdfValue
    {
        /// <summary>As a whole number, at most so far from zero; the rest of a hostile one is cut off.</summary>
        public int Int => (int)Math.Clamp(double.IsNaN(Value) ? 0 : Value, int.MinValue / 2, int.MaxValue / 2);
    }

    /// <param name="Value">Without the slash, with its codes resolved.</param>
    public sealed record Name(string Value) : PdfValue;

    /// <param name="Bytes">As they are shown or stored, with escapes resolved.</param>
    public sealed record Text(byte[] Bytes) : PdfValue
    {
        /// <summary>As a text for people: UTF-16 when it says so, else one byte a letter.</summary>
        public string Read() => Bytes is [0xFE, 0xFF, ..]
            ? System.Text.Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2)
            : System.Text.Encoding.Latin1.GetString(Bytes);
    }

    public sealed record List(IReadOnlyList<PdfValue> Items) : PdfValue;

    public sealed record Dictionary(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
    {
        public static readonly Dictionary Empty = new(new Dictionary<string, PdfValue>());

        public PdfValue this[string key] => Entries.GetValueOrDefault(key, Null.Value);

        public string? NameAt(string key) => (this[key] as Name)?.Value;
    }

    /// <summary>A dictionary with bytes behind it.</summary>
    /// <param name="Start">Where the bytes begin in the file.</param>
    /// <param name="End">Right behind the last of them.</param>
    public sealed record Stream(Dictionary Of, long Start, long End) : PdfValue;

    /// <summary>Stands for the object of this number.</summary>
    public sealed record Reference(int ObjectNumber) : PdfValue;

    /// <summary>A word that is none of the above: an operator, or the end of an object.</summary>
    public sealed record Word(string Value) : PdfValue;
}
