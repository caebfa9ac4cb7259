using System.Xml.Linq;
using ServerlessParty.Storage.Blobs;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage.Blobs;

public sealed class KeyRingBlobsTests
{
    [Fact]
    public async Task Keys_are_shared_by_every_process_on_the_store()
    {
        using var store = await TestStore.CreateAsync();
        using var other = await store.AgainAsync();

        store.Get<KeyRingBlobs>().StoreElement(new XElement("key", "one"), "one");

        Assert.Equal("one", Assert.Single(other.Get<KeyRingBlobs>().GetAllElements()).Value);
    }

    [Fact]
    public async Task Keys_can_be_read_while_a_page_is_drawn()
    {
        using var store = await TestStore.CreateAsync();

        var keys = await Task.Run(() => OnBusyContext(() => store.Get<KeyRingBlobs>().GetAllElements()))
            .WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(keys);
    }

    private static T OnBusyContext<T>(Func<T> read)
    {
        SynchronizationContext.SetSynchronizationContext(new BusyContext());
        try
        {
            return read();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    /// <summary>As that of a page being drawn: whatever is posted waits until the drawing goes on, which here is never.</summary>
    private sealed class BusyContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
