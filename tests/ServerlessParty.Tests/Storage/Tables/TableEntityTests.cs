using Azure;

namespace ServerlessParty.Tests.Storage.Tables;

public sealed class TableEntityTests
{
    [Fact]
    public void What_is_absent_reads_as_null()
    {
        var row = new TableEntity("p", "r");

        Assert.Null(row["A"]);
        Assert.Null(row.GetString("A"));
        Assert.Null(row.GetInt32("A"));
        Assert.Null(row.GetBinary("A"));
        Assert.Null(row.GetDateTimeOffset("A"));
        Assert.Null(row.Timestamp);
        Assert.Equal(default, row.ETag);
    }

    [Fact]
    public void What_has_another_type_is_not_converted_and_not_shown()
    {
        var row = new TableEntity("p", "r") { ["A"] = "secret" };

        var refusal = Assert.Throws<InvalidOperationException>(() => row.GetInt32("A"));

        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new TableEntity("p", "r") { ["A"] = 1 }.GetInt64("A"));
    }

    [Fact]
    public void A_new_value_keeps_the_wider_type_of_the_old_one()
    {
        var row = new TableEntity("p", "r") { ["Long"] = 1L, ["Double"] = 1.5, ["Int"] = 1 };

        row["Long"] = 2;
        row["Double"] = 2;
        row["Int"] = 2;

        Assert.Equal((2L, 2.0, 2), (row.GetInt64("Long"), row.GetDouble("Double"), row.GetInt32("Int")));
    }

    [Fact]
    public void Bytes_and_instants_are_read_in_either_form()
    {
        var utc = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        var row = new TableEntity(new Dictionary<string, object?>
        {
            ["PartitionKey"] = "p",
            ["RowKey"] = "r",
            ["Bytes"] = new byte[] { 1 },
            ["Data"] = BinaryData.FromBytes(new byte[] { 2 }),
            ["Time"] = utc,
            ["Instant"] = new DateTimeOffset(2026, 1, 2, 7, 0, 0, TimeSpan.FromHours(7)),
        });

        Assert.Equal(("p", "r"), (row.PartitionKey, row.RowKey));
        Assert.Equal([1], row.GetBinaryData("Bytes")!.ToArray());
        Assert.Equal([2], row.GetBinary("Data")!);
        Assert.Equal(new DateTimeOffset(utc), row.GetDateTimeOffset("Time"));
        Assert.Equal(utc, row.GetDateTime("Instant"));
    }

    [Fact]
    public void A_version_is_kept_word_for_word()
    {
        var tag = new ETag("W/\"datetime'2026-01-02T03%3A04%3A05.1234567Z'\"");

        Assert.Equal(tag, new TableEntity("p", "r") { ETag = tag }.ETag);
    }
}
