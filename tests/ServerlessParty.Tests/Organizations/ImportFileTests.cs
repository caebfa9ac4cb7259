using System.Text;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Organizations;

public sealed class ImportFileTests
{
    private const string Line = "a,,Chi bộ 1,Cell,,,,,3,1,0";

    private readonly ImportCase _import = new();

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_header()
    {
        await _import.TakeBytesAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{ImportCase.Header}\n{Line}")]);

        Assert.Equal("Chi bộ 1", _import.Store["a"].Name);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Any_line_end_will_do(string end)
    {
        var report = await _import.TakeTextAsync($"{ImportCase.Header}{end}{Line}{end}b,,Chi bộ 2,Cell,,,,,1,0,0{end}");

        Assert.Equal(2, report.Created);
        Assert.Equal(0, _import.Store["a"].Members.Exempt);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task The_separator_is_told_by_the_header(string separator)
    {
        await _import.TakeAsync(
            ImportCase.Header.Replace(",", separator, StringComparison.Ordinal),
            $"a;;\"Chi bộ 1, thôn 2\";Cell;;;;;3;1;0".Replace(";", separator, StringComparison.Ordinal));

        Assert.Equal("Chi bộ 1, thôn 2", _import.Store["a"].Name);
    }

    [Fact]
    public async Task Quotes_separators_and_line_breaks_may_stand_inside_quotes()
    {
        var report = await _import.TakeTextAsync(
            "id,name,kind\r\na,\"Chi bộ \"\"Thôn 1\"\",\r\nxã A\",Cell\r\nb,,Cell\r\n");

        Assert.Equal("Chi bộ \"Thôn 1\", xã A", _import.Store["a"].Name);
        Assert.Equal(4, Assert.Single(report.Rejected).Line); // counted as an editor shows it
    }

    [Fact]
    public async Task A_quote_inside_an_unquoted_field_is_just_text()
    {
        await _import.TakeAsync("id,name,kind", "a,Chi bộ \"Thôn 1\",Cell");

        Assert.Equal("Chi bộ \"Thôn 1\"", _import.Store["a"].Name);
    }

    [Fact]
    public async Task Blank_lines_are_passed_over_and_still_counted()
    {
        var report = await _import.TakeAsync("id,name,kind", "", ",,", "a,,Cell");

        Assert.Equal(4, Assert.Single(report.Rejected).Line);
    }

    [Fact]
    public async Task Decomposed_text_is_stored_composed()
    {
        var decomposed = "Chi bộ thôn Đông".Normalize(NormalizationForm.FormD);

        await _import.TakeAsync("id,name,kind".Normalize(NormalizationForm.FormD), $"a,{decomposed},Chi bộ");
        var again = await _import.TakeAsync("id,name,kind", "a,Chi bộ thôn Đông,Cell");

        Assert.Equal("Chi bộ thôn Đông", _import.Store["a"].Name);
        Assert.Equal(1, again.Unchanged);
    }

    [Fact]
    public async Task Texts_are_trimmed_and_an_address_is_stored_in_lower_case()
    {
        await _import.TakeAsync(ImportCase.Header, " a\u200B ,, Chi\u00A0bộ   1 , Cell ,, Nguyễn  An , An.Nguyen@Example.ORG ,,,,");

        var unit = _import.Store["a"];
        Assert.Equal(("Chi bộ 1", "Nguyễn An", "an.nguyen@example.org"),
            (unit.Name, unit.Contacts.Secretary.Name, unit.Contacts.Secretary.Email));
    }

    [Theory]
    [InlineData("Mã,Tên,Loại,Cấp trên,Bí thư,Email bí thư,Điện thoại bí thư,Đảng viên chính thức,Đảng viên dự bị,Đảng viên miễn")]
    [InlineData("mã số,TÊN ĐƠN VỊ,loại hình,mã cấp trên,họ tên bí thư,email,số điện thoại,đv chính thức,đv dự bị,đv miễn")]
    [InlineData("ma,ten,loai,cap tren,bi thu,email bi thu,dien thoai bi thu,dang vien chinh thuc,dang vien du bi,dang vien mien")]
    public async Task Vietnamese_headers_are_understood_with_or_without_accents(string header)
    {
        await _import.TakeAsync(header, "a,Chi bộ 1,Chi bộ,,Nguyễn An,an@example.org,0900000001,7,2,1");

        var unit = _import.Store["a"];
        Assert.Equal(new Contact("Nguyễn An", "an@example.org", "0900000001"), unit.Contacts.Secretary);
        Assert.Equal(new MemberCounts(7, 2, 1), unit.Members);
    }

    [Fact]
    public async Task Columns_of_no_meaning_to_us_are_ignored()
    {
        var report = await _import.TakeAsync("STT,id,name,Ghi chú,kind", "1,a,Chi bộ 1,nothing,Cell");

        Assert.Equal(1, report.Created);
    }

    [Theory]
    [InlineData("name,kind\na,Cell", "id")]
    [InlineData("id,kind\na,Cell", "name")]
    [InlineData("id,name\na,Chi bộ", "kind")]
    [InlineData("a,Chi bộ 1,Cell", "id")] // no header at all
    [InlineData("\r\n\r\n", "id")]
    public async Task A_file_without_a_required_column_is_refused_naming_it(string text, string missing)
    {
        var refusal = await _import.RefusedAsync(text);

        Assert.Equal("import.header", refusal.Code);
        Assert.Contains(missing + " (", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_named_twice_is_refused() =>
        Assert.Equal("import.header.duplicate", (await _import.RefusedAsync("id,name,kind,tên\na,b,Cell,c")).Code);

    [Fact]
    public async Task Another_encoding_is_refused_naming_the_line()
    {
        var refusal = await _import.RefusedAsync([.. "id,name,kind\nb,Chi,Cell\na,Chi b"u8, 0xF4, .. ",Cell"u8]);

        Assert.Equal("import.encoding", refusal.Code);
        Assert.Contains("dòng 3", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unicode_text_of_old_spreadsheets_is_another_encoding() =>
        Assert.Equal("import.encoding", (await _import.RefusedAsync(
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("id,name,kind")])).Code);

    [Fact]
    public async Task A_quote_that_is_never_closed_refuses_the_file_naming_its_line()
    {
        var refusal = await _import.RefusedAsync("id,name,kind\na,Chi bộ 1,Cell\nb,\"Chi bộ 2,Cell\nc,Chi bộ 3,Cell\n");

        Assert.Equal("import.quote.open", refusal.Code);
        Assert.Contains("dòng 3", refusal.Message, StringComparison.Ordinal);
        Assert.False(_import.Store.Has("a"));
    }

    [Fact]
    public async Task A_file_of_twenty_megabytes_is_refused() =>
        Assert.Equal("import.tooLarge", (await _import.RefusedAsync(new byte[20 * 1024 * 1024])).Code);

    [Fact]
    public async Task More_lines_than_the_limit_are_refused() =>
        Assert.Equal("import.tooManyRows", (await _import.RefusedAsync(
            "id,name,kind\n" + string.Concat(Enumerable.Range(0, ImportFile.MaxRows + 1).Select(i => $"u{i},n,Cell\n")))).Code);

    [Theory]
    [InlineData("", "import.empty")]
    [InlineData("%PDF-1.7", "import.type")]
    [InlineData("PK\u0003\u0004 and nothing more", "import.damaged")]
    public async Task What_is_no_table_is_refused(string content, string code) =>
        Assert.Equal(code, (await _import.RefusedAsync(content)).Code);

    [Fact]
    public async Task An_old_excel_file_is_refused_by_its_type_not_as_an_encoding() =>
        Assert.Equal("import.type", (await _import.RefusedAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).Code);
}
