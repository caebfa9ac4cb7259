namespace ServerlessParty.Tests.Storage.Tables;

public sealed class FilterTextTests
{
    public static TheoryData<FormattableString, string> Filters => new()
    {
        { $"A eq {"it's"}", "A eq 'it''s'" },
        { $"A eq {""}", "A eq ''" },
        { $"A eq {"{0}"}", "A eq '{0}'" },
        { $"A eq {true} or A eq {false}", "A eq true or A eq false" },
        { $"A eq {-5}", "A eq -5" },
        { $"A eq {5L}", "A eq 5L" },
        { $"A eq {2.0}", "A eq 2.0" },
        { $"A eq {0.5}", "A eq 0.5" },
        { $"A eq {1e300}", "A eq 1E+300" },
        { $"A eq {new byte[] { 10, 255 }}", "A eq X'0aff'" },
        { $"A eq {Guid.Empty}", "A eq guid'00000000-0000-0000-0000-000000000000'" },
        { $"A eq {new DateTimeOffset(2026, 1, 2, 7, 0, 0, TimeSpan.FromHours(7))}", "A eq datetime'2026-01-02T00:00:00.0000000Z'" },
    };

    [Theory]
    [MemberData(nameof(Filters), DisableDiscoveryEnumeration = true)]
    public void Values_become_literals(FormattableString filter, string text) =>
        Assert.Equal(text, TableClient.CreateQueryFilter(filter));

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        string? nothing = null;

        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {nothing}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {double.NaN}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new object()}"));
    }
}
