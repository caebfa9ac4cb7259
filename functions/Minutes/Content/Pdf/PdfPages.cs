namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>A page, with what it inherits from the branches above it.</summary>
internal sealed record PdfPage(PdfValue.Dictionary Of, PdfValue.Dictionary Resources);

/// <summary>Finds the pages of a PDF from its root on.</summary>
internal sealed class PdfPages(PdfObjects objects)
{
    /// <summary>Branches in branches; a thousand pages need three.</summary>
    private const int MaxDepth = 40;

    /// <summary>More pages than anybody reads.</summary>
    private const int MaxPages = 10_000;

    private readonly HashSet<int> _met = [];
    private readonly List<PdfPage> _pages = [];

    /// <param name="roots">The trailers' dictionaries, those that count first.</param>
    /// <exception cref="ContentRefusedException">There is no page, or one that is said to be there is not.</exception>
    public IReadOnlyList<PdfPage> Read(IEnumerable<PdfValue.Dictionary> roots)
    {
        var root = roots.Select(trailer => objects.DictionaryAt(trailer, "Root"))
            .FirstOrDefault(catalog => catalog is not null && objects.DictionaryAt(catalog, "Pages") is not null);
        if (root is not null)
        {
            Take(root["Pages"], PdfValue.Dictionary.Empty, depth: 0);
        }

        return _pages.Count > 0 ? _pages : throw new ContentRefusedException(MinutesRefusals.Broken);
    }

    private void Take(PdfValue node, PdfValue.Dictionary inherited, int depth)
    {
        if (node is PdfValue.Reference reference && !_met.Add(reference.ObjectNumber))
        {
            return;
        }

        if (depth > MaxDepth || _pages.Count >= MaxPages)
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }

        var of = objects.Resolve(node) as PdfValue.Dictionary ?? throw new ContentRefusedException(MinutesRefusals.Broken);
        var resources = objects.DictionaryAt(of, "Resources") ?? inherited;
        if (objects.Resolve(of["Kids"]) is PdfValue.List kids)
        {
            foreach (var kid in kids.Items)
            {
                Take(kid, resources, depth + 1);
            }
        }
        else if (of.NameAt("Type") is not "Pages")
        {
            _pages.Add(new(of, resources));
        }
    }
}
