using System.Text;
using System.Text.RegularExpressions;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>
/// Looks in the objects of a PDF for what could do something when it is opened. A name alone does nothing: scanners' programs
/// leave empty lists of scripts behind, and an action that turns to a page or prints is no danger. Refused are actions that
/// start a program or run a script, forms with scripts of their own, films, and attached programs.
/// </summary>
internal sealed partial class PdfDangers(PdfObjects objects)
{
    /// <summary>More of a sort than any paper has; a file with more is refused unseen.</summary>
    private const int MaxOfASort = 1000;

    /// <summary>A scanned page of A4 at 1,200 dots an inch, in black and white, has 140 million pixels.</summary>
    private const double MaxPixels = 400_000_000;

    private readonly HashSet<int> _kinds = [];
    private readonly List<PdfValue> _scripts = [];
    private readonly List<PdfValue> _attached = [];
    private readonly List<PdfValue.Dictionary> _files = [];

    /// <exception cref="ContentRefusedException">The object is such a thing.</exception>
    public void Look(PdfValue value)
    {
        switch (value)
        {
            case PdfValue.Dictionary dictionary:
                LookAt(dictionary);
                break;
            case PdfValue.Stream stream:
                LookAt(stream);
                break;
            case PdfValue.List list:
                foreach (var item in list.Items)
                {
                    Look(item);
                }

                break;
        }
    }

    /// <summary>Looks at what could only be found when all objects were known.</summary>
    /// <exception cref="ContentRefusedException">A script does more than print or write numbers; a program is attached.</exception>
    public void LookAtRest()
    {
        if (_kinds.Any(kind => objects.Resolve(new PdfValue.Reference(kind)) is PdfValue.Name { Value: "Launch" })
            || !_scripts.TrueForAll(IsHarmless)
            || _files.Exists(HasProgramName)
            || _files.SelectMany(Attached).Concat(_attached).Any(IsProgram))
        {
            throw new ContentRefusedException(MinutesRefusals.Executable);
        }
    }

    private void LookAt(PdfValue.Dictionary dictionary)
    {
        if (dictionary.NameAt("S") is "Launch" || dictionary.NameAt("Subtype") is "RichMedia"
            || dictionary["XFA"] is not PdfValue.Null)
        {
            throw new ContentRefusedException(MinutesRefusals.Executable);
        }

        if (dictionary["S"] is PdfValue.Reference kind)
        {
            Gather(_kinds, kind.ObjectNumber);
        }

        if (dictionary["JS"] is var script and not PdfValue.Null)
        {
            Gather(_scripts, script);
        }

        if (dictionary["EF"] is not PdfValue.Null)
        {
            Gather(_files, dictionary);
        }

        foreach (var entry in dictionary.Entries.Values)
        {
            Look(entry);
        }
    }

    private void LookAt(PdfValue.Stream stream)
    {
        if (stream.Of.NameAt("Type") is "EmbeddedFile")
        {
            Gather(_attached, stream);
        }
        else if (stream.Of.NameAt("Subtype") is "Image" && stream.Of["Width"] is PdfValue.Number width
            && stream.Of["Height"] is PdfValue.Number height && width.Value * height.Value > MaxPixels)
        {
            throw new ContentRefusedException(MinutesRefusals.Pixels);
        }

        LookAt(stream.Of);
    }

    private static void Gather<T>(ICollection<T> into, T value)
    {
        if (into.Count >= MaxOfASort)
        {
            throw new ContentRefusedException(MinutesRefusals.Executable);
        }

        into.Add(value);
    }

    private bool HasProgramName(PdfValue.Dictionary file) => IsProgramName(file["F"]) || IsProgramName(file["UF"]);

    private bool IsProgramName(PdfValue name) =>
        objects.Resolve(name) is PdfValue.Text text && Programs.HasNameOfOne(text.Read());

    private IEnumerable<PdfValue> Attached(PdfValue.Dictionary file) =>
        objects.DictionaryAt(file, "EF")?.Entries.Values.Select(objects.Resolve) ?? [];

    private bool IsProgram(PdfValue attached) => attached is PdfValue.Stream stream
        && Programs.Is(objects.Bytes.Unpack(stream, FirstBytes.Length));

    /// <summary>Empty, or one call of a function of the reader itself that prints or that writes numbers and dates in a form.</summary>
    private bool IsHarmless(PdfValue script)
    {
        var text = objects.Resolve(script) switch
        {
            PdfValue.Text written => written.Read(),
            PdfValue.Stream stream when objects.Bytes.Unpack(stream, FirstBytes.Length) is { } bytes => Encoding.Latin1.GetString(bytes),
            PdfValue.Null => "",
            _ => null,
        };
        return text is not null && (string.IsNullOrWhiteSpace(text) || HarmlessPattern().IsMatch(text));
    }

    [GeneratedRegex(@"^\s*(?:(?:this\s*\.\s*)?print|AF[A-Za-z]+_[A-Za-z]+)\s*\([^()`]*\)\s*;?\s*$")]
    private static partial Regex HarmlessPattern();
}
