namespace ServerlessParty.Minutes.Forms;

/// <summary>Placeholder for merge.</summary>
public sealed class MinutesFormReader
{
    public ReadMinutesForm Read(IReadOnlyDictionary<string, string?> posted, DateOnly day) =>
        string.IsNullOrWhiteSpace(posted.GetValueOrDefault("conclusions"))
            ? new ReadMinutesForm.Faulty([new("conclusions", "form.empty", "Chưa có nội dung.")])
            : new ReadMinutesForm.Fine(new MinutesForm { Venue = posted.GetValueOrDefault("venue") });
}
