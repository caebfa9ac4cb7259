namespace ServerlessParty.Minutes.Content.Scan;

/// <summary>What a scanner said of a file.</summary>
public enum ScanResult
{
    Clean,
    Infected,

    /// <summary>It said nothing that can be relied on: it is down, slow, or had an error. Never taken for clean.</summary>
    NoAnswer,
}

/// <summary>A virus scanner outside this process.</summary>
public interface IVirusScanner
{
    /// <summary>Never throws for what the scanner does or fails to do, only when nobody waits any more.</summary>
    /// <param name="file">Read from where it stands to its end; not closed.</param>
    Task<ScanResult> ScanAsync(Stream file, CancellationToken cancellationToken);
}
