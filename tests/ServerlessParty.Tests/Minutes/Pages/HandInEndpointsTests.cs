using System.Net;
using ServerlessParty.Access;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;
using UglyToad.PdfPig;

namespace ServerlessParty.Tests.Minutes.Pages;

/// <summary>Handing in over HTTP, as a browser without scripts. The clock stands at 24 November 2026, 09:00 in Vietnam.</summary>
public sealed class HandInEndpointsTests : IAsyncLifetime
{
    private const string November = "/u/minutes/minutes.regular/2026-11";

    private RunningBackOffice _office = null!;
    private HttpClient _phone = null!;

    public async Task InitializeAsync()
    {
        _office = await RunningBackOffice.StartAsync();
        _office.Owed.Put(Owed(ObligationState.Open));
        _phone = await _office.WithLinkAsync("cell-1");
    }

    public async Task DisposeAsync()
    {
        _phone.Dispose();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_taken_as_it_is_and_leads_to_its_receipt()
    {
        var bytes = Papers.Pdf("minutes");

        var answer = await _phone.HandInAsync(November + "?way=file", [("Biên bản tháng 11.pdf", bytes)]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/u/receipts/cell-1_minutes.regular_2026-11_1?received=new", answer.Headers.Location!.OriginalString);
        var stored = _office.Minutes.All.Single();
        Assert.Equal(bytes, _office.Minutes.Bytes(stored.Id));
        Assert.Equal(
            ("Biên bản tháng 11.pdf", new DateOnly(2026, 11, 20), "unit:cell-1", MinutesChannel.Web),
            (stored.FileName, stored.MeetingDate, stored.ReceivedBy, stored.Channel));
    }

    [Fact]
    public async Task Several_photos_become_one_document_with_a_page_each_in_their_order()
    {
        await _phone.HandInAsync(
            November + "?way=photos", [("1.png", Pictures.Png(10)), ("2.png", Pictures.Png(20, 6, 4)), ("3.png", Pictures.Png(30))]);

        var stored = _office.Minutes.All.Single();
        Assert.Equal(DocumentType.Pdf, stored.Type);
        Assert.Equal("Biên bản tháng 11-2026.pdf", stored.FileName);
        using var pdf = PdfDocument.Open(_office.Minutes.Bytes(stored.Id));
        Assert.Equal(3, pdf.NumberOfPages);
    }

    [Fact]
    public async Task The_form_becomes_a_document_and_keeps_its_fields()
    {
        await _phone.HandInAsync(November + "?way=form", [], "2026-11-20", ("venue", "Nhà văn hóa"), ("conclusions", "Đồng ý."));

        var stored = _office.Minutes.All.Single();
        Assert.Equal("Nhà văn hóa", stored.Form?.Venue);
        Assert.Equal("Biên bản tháng 11-2026.docx", stored.FileName);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_comes_back_as_it_was_typed_with_what_is_wrong()
    {
        var answer = await _phone.HandInAsync(November + "?way=form", [], "2026-11-20", ("venue", "Nhà văn hóa"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.NotNull(page.QuerySelector(".field-error"));
        Assert.Equal("Nhà văn hóa", page.QuerySelector("[name=venue]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_form_that_was_returned_opens_as_it_was_handed_in()
    {
        await _phone.HandInAsync(November + "?way=form", [], "2026-11-20", ("venue", "Nhà văn hóa"), ("conclusions", "Đồng ý."));
        _office.Owed.Put(Owed(ObligationState.Returned));

        var page = await _phone.PageAsync(November + "?way=form");

        Assert.Equal("Nhà văn hóa", page.QuerySelector("[name=venue]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_same_bytes_again_lead_to_the_first_receipt()
    {
        (string, byte[])[] file = [("a.pdf", Papers.Pdf("minutes"))];
        await _phone.HandInAsync(November, file);

        var again = await _phone.HandInAsync(November, file);

        Assert.Equal("/u/receipts/cell-1_minutes.regular_2026-11_1?received=again", again.Headers.Location!.OriginalString);
        var receipt = await _phone.PageAsync(again.Headers.Location!.OriginalString);
        Assert.Contains("không cần nộp lại", receipt.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(_office.Minutes.All);
    }

    [Fact]
    public async Task A_refused_file_is_said_on_the_page_that_keeps_what_was_typed()
    {
        var answer = await _phone.HandInAsync(November + "?way=file", [("a.pdf", "not a document"u8.ToArray())], "2026-11-18");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal(MinutesRefusalTexts.Of(MinutesRefusals.Type), page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("2026-11-18", page.QuerySelector("#meetingDate")!.GetAttribute("value"));
        Assert.Equal("page", page.QuerySelector("a[href='?way=file']")!.GetAttribute("aria-current"));
        Assert.Empty(_office.Minutes.All);
    }

    [Theory]
    [InlineData("2026-11-25")] // tomorrow
    [InlineData("soon")]
    public async Task A_day_that_cannot_be_is_asked_for_again(string day)
    {
        var answer = await _phone.HandInAsync(November, [("a.pdf", Papers.Pdf("minutes"))], day);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(day, (await answer.PageAsync()).QuerySelector("#meetingDate")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_day_may_be_left_out()
    {
        await _phone.HandInAsync(November, [("a.pdf", Papers.Pdf("minutes"))], meetingDate: null);

        Assert.Null(_office.Minutes.All.Single().MeetingDate);
    }

    [Fact]
    public async Task More_than_thirty_megabytes_are_refused_with_words()
    {
        var answer = await _phone.HandInAsync(November, [("a.pdf", new byte[SpooledFile.MaxBytes + 1])]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(
            MinutesRefusalTexts.Of(MinutesRefusals.TooLarge), (await answer.PageAsync()).QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task More_than_thirty_photos_are_refused_with_words()
    {
        var photos = Enumerable.Range(1, 31).Select(n => ($"{n}.png", Pictures.Png((byte)n)));

        var answer = await _phone.HandInAsync(November, photos);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("30 ảnh", (await answer.PageAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_file_or_without_its_token_is_shown_again()
    {
        var nothing = await _phone.HandInAsync(November, []);
        var strange = await _phone.PostAsync(
            November, new FormUrlEncodedContent([new("meetingDate", "2026-11-20")]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, strange.StatusCode);
        Assert.NotNull((await strange.PageAsync()).QuerySelector("form[data-upload] [name=__RequestVerificationToken]"));
        Assert.Empty(_office.Minutes.All);
    }

    [Theory]
    [InlineData(ObligationState.Open, true)]
    [InlineData(ObligationState.Submitted, true)]
    [InlineData(ObligationState.Returned, true)]
    [InlineData(ObligationState.Accepted, false)]
    [InlineData(ObligationState.Waived, false)]
    public async Task A_form_is_offered_only_where_a_file_may_come(ObligationState state, bool isOffered)
    {
        _office.Owed.Put(Owed(state));

        Assert.Equal(isOffered, (await _phone.PageAsync(November)).QuerySelector("form[data-upload]") is not null);
    }

    [Theory]
    [InlineData("2026-11", "2026-11-24")]
    [InlineData("2026-10", "")] // over: today would be a wrong answer that nobody reads
    public async Task Today_is_proposed_as_the_day_while_the_period_runs(string period, string day)
    {
        var page = await _phone.PageAsync($"/u/minutes/minutes.regular/{period}");

        Assert.Equal(day, page.QuerySelector("#meetingDate")!.GetAttribute("value"));
        Assert.Equal("2026-11-24", page.QuerySelector("#meetingDate")!.GetAttribute("max"));
    }

    [Theory]
    [InlineData("rating.organization/2026")]
    [InlineData("minutes.regular/2026-Q4")]
    [InlineData("minutes.thematic/2026-11")]
    [InlineData("minutes.regular/a%20b")]
    public async Task There_is_no_page_for_what_is_no_meeting(string meeting) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _phone.GetAsync($"/u/minutes/{meeting}")).StatusCode);

    [Fact]
    public async Task Staff_take_minutes_in_for_a_unit_and_are_led_to_the_document()
    {
        using var browser = await _office.AsAsync(Role.Commission, "north");

        var answer = await browser.HandInAsync(
            "/organizations/cell-1/minutes/minutes.regular/2026-11", [("a.pdf", Papers.Pdf("minutes"))]);

        Assert.Equal("/minutes/cell-1_minutes.regular_2026-11_1?received=new", answer.Headers.Location!.OriginalString);
        var document = await browser.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("Đã nhận biên bản", document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("grant:", _office.Minutes.All.Single().ReceivedBy, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await browser.GetAsync("/organizations/cell-9/minutes/minutes.regular/2026-11")).StatusCode);
    }

    private static Obligation Owed(ObligationState state) => new(
        Given.Key("cell-1", "minutes.regular", "2026-11"), Given.Day("2026-12-05"), Given.Day("2026-11-01"), state);
}
