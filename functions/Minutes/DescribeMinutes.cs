using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes;

/// <summary>Says what there is to say about a document before it is stored: its words, what it is like, and what a reviewer may want to ask.</summary>
public sealed class DescribeMinutes(IMinutes minutes, FormalitySignals signals)
{
    /// <param name="arrived">All but what is said here.</param>
    public async Task<NewMinutes> RunAsync(
        MeetingMinutes arrived, CheckedContent.Fine content, Organization unit, CancellationToken cancellationToken)
    {
        var text = arrived.Form is { } form ? MinutesFormText.Of(form) : content.Text;
        var sketch = TextSketch.Of(text);
        var found = signals.Find(new(
            content.Text, arrived.Form, arrived.MeetingDate, arrived.Id.Key.Period, unit.Members, sketch,
            sketch is null ? null : await BeforeAsync(arrived.Id.Key, cancellationToken)));
        return new(arrived with { Sketch = sketch, Signals = found }, MinutesWords.Of(arrived.FileName, unit.Name, text));
    }

    /// <summary>What the newest minutes of the period before are like.</summary>
    private async Task<TextSketch?> BeforeAsync(ObligationKey key, CancellationToken cancellationToken)
    {
        var before = MinutesPeriod.Of(key.Kind, MinutesPeriod.Of(key.Kind, key.Period)!.First.AddDays(-1))!;
        var versions = await minutes.VersionsAsync(key with { Period = before.Period }, cancellationToken);
        return versions.Count > 0 ? versions[0].Sketch : null;
    }
}
