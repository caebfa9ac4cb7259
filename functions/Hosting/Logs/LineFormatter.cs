using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ServerlessParty.Hosting.Logs;

/// <summary>
/// Writes a record as one line of JSON. The Functions host takes every line for a record of its own, those of standard error
/// for errors, and among them those that contain <c>warn</c> for warnings: so a line of a warning says <c>warning</c>, and in
/// an error's the word is written with an escape.
/// </summary>
internal sealed class LineFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "line";

    private const int MaxMessageLength = 8_000;
    private const int MaxStackLength = 12_000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public override void Write<TState>(
        in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, null);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow());
            json.WriteString("level", Level(logEntry.LogLevel));
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", Cut(message, MaxMessageLength));
            json.WriteString("invocation", Invocation.Current);
            if (logEntry.Exception is { } failure)
            {
                json.WriteString("failure", FailureText.Of(failure));
                json.WriteString("stack", Cut(failure.StackTrace ?? "", MaxStackLength));
            }

            json.WriteEndObject();
        }

        var line = System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        textWriter.WriteLine(logEntry.LogLevel >= LogLevel.Error ? WithoutWarnings(line) : line);
    }

    /// <summary>Letters of names and values only, since no name of ours has the word.</summary>
    private static string WithoutWarnings(string line) => line
        .Replace("warn", @"\u0077arn", StringComparison.Ordinal)
        .Replace("Warn", @"\u0057arn", StringComparison.Ordinal)
        .Replace("WARN", @"\u0057ARN", StringComparison.Ordinal);

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Critical => "critical",
        LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        LogLevel.Information => "information",
        _ => "debug",
    };
}
