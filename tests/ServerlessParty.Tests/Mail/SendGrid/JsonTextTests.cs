using System.Buffers;
using System.Text;
using System.Text.Json;
using ServerlessParty.Mail.SendGrid;

namespace ServerlessParty.Tests.Mail.SendGrid;

/// <summary>Whatever a letter says, a reader of JSON gets it back.</summary>
public sealed class JsonTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("Chi bộ Khoa Nội: hết ngày 04/12/2026")]
    [InlineData("<p style=\"margin:0\">C:\\tệp\\\"biên bản\"</p>\r\n\t<hr>\n")]
    [InlineData("𝔓 📄 and e\u0301, \u2028 and \u00A0")]
    public void A_text_is_read_as_it_was_written(string text) => Assert.Equal(text, ReadBack(text));

    [Fact]
    public void No_character_below_the_space_breaks_the_JSON()
    {
        var all = new string([.. Enumerable.Range(0, 0x80).Select(c => (char)c)]);

        Assert.Equal(all, ReadBack(all));
        Assert.Equal(all + all, ReadBack(all + all));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_the_sign_for_what_cannot_be_read() =>
        Assert.Equal("a\uFFFD\"b\uFFFD", ReadBack("a\uD83D\"b\uDCC4"));

    [Fact]
    public void Nothing_is_escaped_that_JSON_lets_stand() =>
        Assert.Equal("""{"a":"Đảng ủy <b>'&+\"</b>","b":1}""", Encoding.UTF8.GetString(Written("Đảng ủy <b>'&+\"</b>")));

    private static string? ReadBack(string text)
    {
        using var json = JsonDocument.Parse(Written(text));
        return json.RootElement.GetProperty("a").GetString();
    }

    private static byte[] Written(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteText("a", text);
            json.WriteNumber("b", 1);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
