using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Hosting.Logs;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Logs;

/// <summary>What the Functions host makes a record of: each line for itself.</summary>
public sealed class LineFormatterTests
{
    private readonly LineFormatter _formatter = new(StoppedClock.At("2026-11-24T02:00:00Z"));

    [Fact]
    public void A_record_is_one_line_of_json_whatever_it_holds()
    {
        var line = Write(LogLevel.Information, "Chi bộ \"1\"\r\nđã nộp \u2028\u0085 xong");

        Assert.DoesNotContain(line.TrimEnd('\n'), char.IsControl);
        Assert.DoesNotContain('\u2028', line);
        using var json = JsonDocument.Parse(line);
        Assert.Equal("Chi bộ \"1\"\r\nđã nộp \u2028\u0085 xong", json.RootElement.GetProperty("message").GetString());
        Assert.Equal("information", json.RootElement.GetProperty("level").GetString());
        Assert.StartsWith("2026-11-24T02:00:00", json.RootElement.GetProperty("time").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It warned")]
    [InlineData("Warning: WARNED")]
    public void An_error_never_looks_like_a_warning_and_says_the_same(string message)
    {
        var line = Write(LogLevel.Error, message);

        Assert.DoesNotContain("warn", line, StringComparison.OrdinalIgnoreCase);
        using var json = JsonDocument.Parse(line);
        Assert.Equal(message, json.RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public void A_warning_says_the_word() =>
        Assert.Contains("warn", Write(LogLevel.Warning, "careful"), StringComparison.Ordinal);

    [Fact]
    public void An_exception_is_told_by_type_and_place_and_never_by_what_it_quotes()
    {
        var line = Write(LogLevel.Error, "It failed", Thrown());

        using var json = JsonDocument.Parse(line);
        Assert.Equal("InvalidOperationException < SocketException HostNotFound", json.RootElement.GetProperty("failure").GetString());
        Assert.Contains(nameof(Thrown), json.RootElement.GetProperty("stack").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("binh@example.org", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5f3e", "5f3e")]
    [InlineData("evil, 5f3e-1", "5f3e-1")]
    [InlineData("a,b,", null)]
    [InlineData("", null)]
    [InlineData("one two", null)]
    public void Only_the_last_value_of_the_header_is_the_hosts_own(string header, string? id) =>
        Assert.Equal(id, Invocation.Of(header));

    [Fact]
    public async Task Records_of_a_run_carry_one_id()
    {
        await Task.Yield();
        Invocation.Begin();

        using var first = JsonDocument.Parse(Write(LogLevel.Information, "one"));
        using var second = JsonDocument.Parse(Write(LogLevel.Information, "two"));

        var id = first.RootElement.GetProperty("invocation").GetString();
        Assert.NotNull(id);
        Assert.Equal(id, second.RootElement.GetProperty("invocation").GetString());
    }

    private string Write(LogLevel level, string message, Exception? failure = null)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var entry = new LogEntry<string>(level, "Test", default, message, failure, (state, _) => state);
        _formatter.Write(entry, null, text);
        return text.ToString();
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException(
                "binh@example.org", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound));
        }
        catch (InvalidOperationException failure)
        {
            return failure;
        }
    }
}
