using System.Text;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>
/// Puts runs together to lines in the order in which people read. Runs on one height that stand far apart are cells of a
/// table or the two sides of a letterhead: each is a line of its own.
/// </summary>
internal static class PdfLines
{
    /// <summary>Letters closer than this many of their sizes belong to one text; cells of a table keep about as much between them.</summary>
    private const double Near = 0.8;

    public static IEnumerable<string> Of(IReadOnlyList<PdfRun> runs) =>
        runs.GroupBy(run => run.Angle).OrderBy(way => Math.Abs(way.Key)).SelectMany(way => Rows([.. way])).SelectMany(Cells);

    private static IEnumerable<List<PdfRun>> Rows(List<PdfRun> runs)
    {
        var row = new List<PdfRun>();
        foreach (var run in runs.OrderByDescending(run => run.Height))
        {
            if (row.Count > 0 && row[0].Height - run.Height > 0.4 * Math.Min(row[0].Size, run.Size))
            {
                yield return row;
                row = [];
            }

            row.Add(run);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    private static IEnumerable<string> Cells(List<PdfRun> row)
    {
        var cell = new StringBuilder();
        var end = double.MinValue;
        PdfRun? before = null;
        foreach (var run in row.OrderBy(run => run.Start).Where(run => !IsSecondStroke(before, run)))
        {
            if (cell.Length > 0 && run.Start - end > Near * run.Size)
            {
                yield return cell.ToString();
                cell.Clear();
            }

            cell.Append(cell.Length > 0 && run.Start - end > PdfRuns.Space * run.Size ? " " : "").Append(run.Text);
            end = Math.Max(end, run.End);
            before = run;
        }

        yield return cell.ToString();
    }

    private static bool IsSecondStroke(PdfRun? before, PdfRun run) =>
        before is not null && Math.Abs(run.Start - before.Start) < 0.2 * run.Size && run.Text.Equals(before.Text);
}
