using CsvHelper;

namespace ServerlessParty.Organizations;

/// <summary>Walks over the records of a CSV text, knowing on which line of the file each begins; blank ones are passed over.</summary>
internal sealed class CsvLines : IDisposable
{
    private readonly CsvReader _reader;
    private CsvMalformedRecord? _malformed;

    /// <param name="content">Valid UTF-8.</param>
    public CsvLines(ReadOnlyMemory<byte> content, char separator) =>
        _reader = CsvReader.Create(content, CsvReaderOptions.Default with
        {
            HasHeader = false,
            Separator = separator,
            TrackLineNumbers = true,
            OnMalformedRecord = record => _malformed = record,
        });

    /// <summary>The line of the file on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    public string[] Fields { get; private set; } = [];

    /// <summary>Whether a quoted field goes on after its closing quote; a quote inside an unquoted field is just text.</summary>
    public bool HasTextAfterQuote => _malformed?.Reason == CsvMalformedReason.TextAfterClosingQuote;

    /// <exception cref="ImportRefusedException">A quote is never closed: where the next line begins cannot be known.</exception>
    public bool Read()
    {
        do
        {
            _malformed = null;
            if (!_reader.Read())
            {
                return false;
            }

            Line = checked((int)_reader.LineNumber);
            Fields = [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetString)];
            RefuseOpenQuote();
        }
        while (Fields.All(string.IsNullOrWhiteSpace));
        return true;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Only the first fault of a record is reported, so one that runs over a line end is taken for an open quote too.</summary>
    private void RefuseOpenQuote()
    {
        if (_malformed is { } fault
            && (fault.Reason == CsvMalformedReason.UnterminatedQuote || fault.RawRecord.Contains('\n', StringComparison.Ordinal)))
        {
            throw new ImportRefusedException(ImportRefusal.Of("import.quote.open", Line));
        }
    }
}
