using System.Globalization;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Minutes.Forms;

public sealed class FormalitySignalsTests
{
    private static readonly FormalitySubject Written = new(
        SampleTexts.November, null, SampleForm.Day, Period.Month(2026, 11), new MemberCounts(11, 1, 0));

    private static readonly FormalitySubject Filled = Written with { Text = null, Form = SampleForm.Read() };

    [Fact]
    public void Complete_minutes_raise_no_question()
    {
        Assert.Empty(Find(Written));
        Assert.Empty(Find(Filled));
    }

    [Fact]
    public void An_empty_template_raises_every_question() => Assert.Equal(
        [
            "number.missing", "chair.missing", "minuteTaker.missing", "times.missing", "remarks.noSpeaker", "score.missing",
            "date.missing", "attendance.missing",
        ],
        Codes(Written with { Text = "BIÊN BẢN\nHọp chi bộ tháng … năm …\nChủ trì: ……\nThư ký: ……\nCó mặt: …/…" }));

    [Fact]
    public void A_form_raises_the_questions_of_what_is_not_filled_in() => Assert.Equal(
        [
            "number.missing", "chair.missing", "minuteTaker.missing", "times.missing", "remarks.noSpeaker", "score.missing",
            "date.missing", "attendance.missing",
        ],
        Codes(Filled with { Form = new MinutesForm { Conclusions = "x", Remarks = [new(null, "y")] }, MeetingDate = null }));

    [Fact]
    public void The_form_is_asked_before_its_print() => Assert.Empty(Find(Filled with { Text = "BIÊN BẢN" }));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Of_a_photo_only_the_day_that_was_said_is_judged(string? text)
    {
        Assert.Empty(Find(Written with { Text = text }));
        Assert.Empty(Find(Written with { Text = text, MeetingDate = null }));
        Assert.Equal(["date.outsidePeriod"], Codes(Written with { Text = text, MeetingDate = new(2026, 10, 31) }));
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11", false)]
    [InlineData("2026-11-30", "2026-11", false)]
    [InlineData("2026-10-31", "2026-11", true)]
    [InlineData("2026-12-01", "2026-11", true)]
    [InlineData("2026-10-01", "2026-Q4", false)]
    [InlineData("2026-12-31", "2026-Q4", false)]
    [InlineData("2026-09-30", "2026-Q4", true)]
    [InlineData("2020-01-01", "2026", false)] // no month or quarter: nothing can be said
    public void The_day_must_lie_in_the_period(string day, string period, bool asked) => Assert.Equal(
        asked, Codes(Filled with { MeetingDate = Support.Given.Day(day), Period = Period.Parse(period) }).Contains("date.outsidePeriod"));

    [Fact]
    public void Days_of_other_papers_do_not_count_while_one_lies_in_the_period()
    {
        var subject = Written with { MeetingDate = null };

        Assert.Empty(Find(subject with { Text = SampleTexts.November + "\nCăn cứ hướng dẫn ngày 28/10/2025" }));
        Assert.Equal(
            ["05/11/2026", "01/12/2026", "31/12/2026"],
            Find(subject with { Period = Period.Month(2026, 12) }).Single(s => s.Code == "date.outsidePeriod").Values);
    }

    [Theory]
    [InlineData(8, false)] // exactly two thirds of twelve
    [InlineData(7, true)]
    public void Fewer_than_two_thirds_raise_a_question(int present, bool asked)
    {
        var signals = Find(Filled with { Form = SampleForm.Read(("presentCount", $"{present}")) });

        Assert.Equal(asked ? ["7", "12", "2/3"] : Array.Empty<string>(), signals.SelectMany(s => s.Values));
    }

    [Fact]
    public void Where_the_minutes_do_not_say_how_many_the_unit_has_its_own_count_is_taken()
    {
        var text = SampleTexts.November.Replace("10/12 đồng chí", "10 đồng chí", StringComparison.Ordinal)
            .Replace("Tổng số đảng viên: 12 đồng chí.", "", StringComparison.Ordinal);
        var subject = Written with { Text = text };

        Assert.Empty(Find(subject));
        Assert.Equal(["10", "20", "2/3"], Find(subject with { Members = new(20, 2, 2) }).Single().Values);
        Assert.Equal(["attendance.missing"], Codes(subject with { Members = MemberCounts.None }));
    }

    [Theory]
    [InlineData("21:00", "2026-11", false)] // ninety minutes
    [InlineData("20:59", "2026-11", true)]
    [InlineData("20:00", "2025-10", false)] // before the guidance
    public void A_short_meeting_raises_a_question(string end, string period, bool asked)
    {
        var day = period == "2026-11" ? SampleForm.Day : new DateOnly(2025, 10, 5);
        var signals = Find(Filled with { Form = SampleForm.Read(("endedAt", end)), MeetingDate = day, Period = Period.Parse(period) });

        Assert.Equal(asked ? ["89", "90"] : Array.Empty<string>(), signals.SelectMany(s => s.Values));
    }

    [Fact]
    public void A_text_like_last_months_raises_a_question()
    {
        var subject = Written with { Sketch = TextSketch.Of(SampleTexts.November) };

        Assert.Equal(["text.sameAsLastMonth"], Codes(subject with { SketchBefore = TextSketch.Of(SampleTexts.October) }));
        Assert.Empty(Find(subject with { SketchBefore = TextSketch.Of(SampleTexts.OneParagraphChanged) }));
        Assert.Empty(Find(subject with { SketchBefore = TextSketch.Of(SampleTexts.OfASchool) }));
        Assert.Empty(Find(subject with { SketchBefore = null }));
    }

    [Fact]
    public void Without_rules_nothing_is_measured()
    {
        var rules = FormalityRulesFile.Parse("""{"source":"x","lengthMinutes":[],"quorum":[],"likenessPercent":[],"levels":[]}""");
        var subject = Filled with
        {
            Form = SampleForm.Read(("presentCount", "1"), ("endedAt", "19:31")),
            Sketch = TextSketch.Of(SampleTexts.November),
            SketchBefore = TextSketch.Of(SampleTexts.October),
        };

        Assert.Empty(new FormalitySignals(rules).Find(subject));
        Assert.Equal(["quorum.missed", "length.short", "text.sameAsLastMonth"], Codes(subject));
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_signal_is_a_question(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var all = Find(Written with { Text = "x", MeetingDate = null })
            .Concat(Find(Filled with { MeetingDate = new(2026, 10, 1), Form = SampleForm.Read(("presentCount", "1"), ("endedAt", "19:31")) }))
            .Append(new("text.sameAsLastMonth", ["97"]))
            .ToArray();

        Assert.Equal(12, all.Select(signal => signal.Code).Distinct().Count());
        Assert.All(all, signal => Assert.EndsWith("?", FormalityTexts.Of(signal), StringComparison.Ordinal));
        Assert.All(all, signal => Assert.All(signal.Values, value => Assert.Contains(value, FormalityTexts.Of(signal), StringComparison.Ordinal)));
    }

    [Fact]
    public void A_signal_that_is_no_longer_known_is_shown_by_its_word() =>
        Assert.Equal("old.word", FormalityTexts.Of(new("old.word", [])));

    private static IReadOnlyList<FormalitySignal> Find(FormalitySubject subject) => new FormalitySignals(SampleForm.Rules).Find(subject);

    private static IEnumerable<string> Codes(FormalitySubject subject) => Find(subject).Select(signal => signal.Code);
}
