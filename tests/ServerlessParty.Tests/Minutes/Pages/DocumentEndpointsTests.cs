using System.Net;
using AngleSharp.Html.Dom;
using ServerlessParty.Access;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Pages;

public sealed class DocumentEndpointsTests : IAsyncLifetime
{
    private const string First = "/minutes/cell-1_minutes.regular_2026-11_1";

    private RunningBackOffice _office = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _office = await RunningBackOffice.StartAsync();
        _browser = await _office.AsAsync(Role.Supervisor, "north");
        await PutAsync("cell-1", "first");
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task Accepting_leads_back_to_the_document_which_says_so()
    {
        var answer = await _browser.PressAsync(First);

        Assert.Equal($"{First}?done=Acceptance", answer.Headers.Location!.OriginalString);
        var page = await _browser.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal("Đã tiếp nhận.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("đã tiếp nhận", page.QuerySelector(".state")!.TextContent);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Returning_keeps_the_comment_for_the_unit_and_opens_it_again()
    {
        var answer = await ReturnAsync("Thiếu chữ ký của thư ký cuộc họp.");

        Assert.Equal($"{First}?done=Return", answer.Headers.Location!.OriginalString);
        Assert.Equal(ObligationState.Returned, _office.Owed.All.Single().State);
        using var phone = await _office.WithLinkAsync("cell-1");
        var page = await phone.PageAsync("/u");
        Assert.Contains("Thiếu chữ ký", page.QuerySelector("ul.cards")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a.button[href='/u/minutes/minutes.regular/2026-11']"));
    }

    [Theory]
    [InlineData("   ", HttpStatusCode.UnprocessableEntity)]
    [InlineData("too long", HttpStatusCode.UnprocessableEntity)]
    public async Task A_return_without_a_usable_comment_is_refused_and_the_comment_kept(string comment, HttpStatusCode status)
    {
        var typed = comment == "too long" ? new string('x', Obligation.MaxCommentLength + 1) : comment;

        var answer = await ReturnAsync(typed);

        Assert.Equal(status, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.Equal(typed, page.QuerySelector("details[open] textarea")!.TextContent);
    }

    [Fact]
    public async Task Only_the_newest_version_is_judged()
    {
        var page = await _browser.PageAsync(First);
        await PutAsync("cell-1", "second");

        var answer = await PostAsync(page, "acceptance");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(ObligationState.Submitted, _office.Owed.All.Single().State);
        var shown = await answer.PageAsync();
        Assert.Null(shown.QuerySelector("form[action$=acceptance]"));
        Assert.NotNull(shown.QuerySelector("a[href='/minutes/cell-1_minutes.regular_2026-11_2']"));
    }

    [Fact]
    public async Task The_same_bytes_elsewhere_are_named_inside_the_readers_branch_only()
    {
        await PutAsync("cell-2", "first");
        await PutAsync("cell-9", "first");

        var text = (await _browser.PageAsync(First)).QuerySelector("section.card")!.TextContent;

        Assert.Contains("cũng do Chi bộ cell-2 nộp", text, StringComparison.Ordinal);
        Assert.Contains("cũng do một đơn vị khác nộp", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cell-9", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signals_are_shown_and_hinder_nothing()
    {
        await PutAsync("cell-1", "second", new FormalitySignal("no.such.signal", []));

        var page = await _browser.PageAsync(First[..^1] + "2");

        Assert.Single(page.QuerySelectorAll("section.card li"));
        Assert.NotNull(page.QuerySelector("form[action$=acceptance]"));
    }

    [Theory]
    [InlineData("cell-1_minutes.regular_2026-11_9")]
    [InlineData("cell-1_2026-11")]
    public async Task What_is_not_there_is_not_found(string id) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync($"/minutes/{id}")).StatusCode);

    private async Task<HttpResponseMessage> ReturnAsync(string comment) =>
        await PostAsync(await _browser.PageAsync(First), "return", ("comment", comment));

    private Task<HttpResponseMessage> PostAsync(
        IHtmlDocument page, string act, params (string Name, string Value)[] typed)
    {
        const string Token = "__RequestVerificationToken";
        var token = page.QuerySelector($"form[action$={act}] [name={Token}]")!.GetAttribute("value")!;
        return _browser.PostAsync(
            $"{First}/{act}",
            new FormUrlEncodedContent([.. typed.Select(t => KeyValuePair.Create(t.Name, t.Value)), new(Token, token)]));
    }

    private async Task PutAsync(string unit, string text, params FormalitySignal[] signals)
    {
        var key = Given.Key(unit, "minutes.regular", "2026-11");
        await using var file = await Papers.SpoolAsync(text);
        _office.Minutes.Put(Given.Minutes(key, file, _office.Clock.GetUtcNow()) with { Signals = signals });
        if (unit == "cell-1")
        {
            _office.Owed.Put(new(key, Given.Day("2026-12-05"), Given.Day("2026-11-01"), ObligationState.Submitted));
        }
    }
}
