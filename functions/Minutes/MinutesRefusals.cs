namespace ServerlessParty.Minutes;

/// <summary>The stable words by which programs know why minutes were not taken; each has a sentence that says what to do.</summary>
public static class MinutesRefusals
{
    /// <summary>Not one of the types taken (415).</summary>
    public const string Type = "minutes.type";

    /// <summary>An old Word document (415).</summary>
    public const string OldWord = "minutes.oldWord";

    /// <summary>A HEIC or HEIF photo (415).</summary>
    public const string Heic = "minutes.heic";

    /// <summary>A program, or a document that carries one (415).</summary>
    public const string Executable = "minutes.executable";

    /// <summary>A document with macros (415).</summary>
    public const string Macros = "minutes.macros";

    /// <summary>Locked by a password (422).</summary>
    public const string Encrypted = "minutes.encrypted";

    /// <summary>Cut off or damaged (422).</summary>
    public const string Broken = "minutes.broken";

    /// <summary>Unpacks to more than a document can hold (422).</summary>
    public const string Unpacks = "minutes.unpacks";

    /// <summary>A picture of more pixels than a page can have (422).</summary>
    public const string Pixels = "minutes.pixels";

    /// <summary>No bytes (422).</summary>
    public const string Empty = "minutes.empty";

    /// <summary>More than <see cref="SpooledFile.MaxBytes"/> (413).</summary>
    public const string TooLarge = "minutes.tooLarge";

    /// <summary>Carries a mark of state secrecy; not kept (422).</summary>
    public const string Secret = "minutes.secret";

    /// <summary>The virus scanner found something (422).</summary>
    public const string Infected = "minutes.infected";

    /// <summary>The virus scanner does not answer: try again (503).</summary>
    public const string ScannerDown = "minutes.scannerDown";

    /// <summary>No file came along (422).</summary>
    public const string FileMissing = "minutes.fileMissing";

    /// <summary>No kind of minutes (422).</summary>
    public const string Kind = "minutes.kind";

    /// <summary>No month or quarter, or one that has not begun (422).</summary>
    public const string Period = "minutes.period";

    /// <summary>No day, or one in the future or outside reason (422).</summary>
    public const string MeetingDate = "minutes.meetingDate";

    /// <summary>There is no such unit, or it ended (404).</summary>
    public const string Unit = "minutes.unit";

    /// <summary>What is there was accepted, waived or is no longer owed: a new file needs a return first (409).</summary>
    public const string NotOwed = "minutes.notOwed";

    /// <summary>The unit handed in these very bytes before (409).</summary>
    public const string Duplicate = "minutes.duplicate";

    /// <summary>A period, state or query by which nothing can be found (422).</summary>
    public const string Filter = "minutes.filter";

    /// <summary>There are no such minutes (404).</summary>
    public const string NotFound = "minutes.notFound";
}
