using ServerlessParty.Minutes.Letters;

namespace ServerlessParty.Tests.Minutes.Letters;

public sealed class FileSizeTests
{
    [Theory]
    [InlineData(1, "1 KB")]
    [InlineData(1023, "1 KB")]
    [InlineData(839_700, "820 KB")]
    [InlineData(1_048_575, "1023 KB")]
    [InlineData(1_048_576, "1 MB")]
    [InlineData(1_258_291, "1,2 MB")]
    [InlineData(31_457_280, "30 MB")]
    public void A_size_is_written_as_people_read_it(long bytes, string text) => Assert.Equal(text, FileSize.Of(bytes));
}
