using Pannier.Core.Crypto;
using Pannier.Core.Storage;
using Pannier.Tests.Core.Records;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Storage;

public sealed class ReadyStorageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Boxes_this_machine_cannot_open_stop_the_start_by_count_and_stay()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var session = await site.EnterAsync(ada.User, ada.Keyring);
        await site.Records<Note>(session).PutAsync("1", new("kept"), Cancellation);
        await site.Blobs(session).AddAsync(new MemoryStream([1]), 1, Cancellation);
        using var ready = new ReadyStorage(site.Database, new Vault(CryptoSuite.AesCbcHmacSha512));

        var refused = await Assert.ThrowsAsync<BoxRefused>(() => ready.StartAsync(Cancellation));

        Assert.Equal(BoxFault.AlgorithmMissing, refused.Fault);
        Assert.Contains("2 wrapped keys, 1 data keys, 1 records, 1 pieces of files, 1 passwords", refused.Message, StringComparison.Ordinal);
        Assert.Equal("kept", (await site.Records<Note>(session).FindAsync("1", Cancellation))?.Value.Text);
    }

    [Fact]
    public async Task Boxes_of_the_weaker_suite_start_anywhere()
    {
        await using var site = await KeptSite.OpenAsync(CryptoSuite.AesCbcHmacSha512);
        await site.RegisterAsync("ada");

        foreach (var suite in (CryptoSuite[])[CryptoSuite.AesCbcHmacSha512, CryptoSuite.XChaCha20Poly1305])
        {
            using var ready = new ReadyStorage(site.Database, new Vault(suite));
            await ready.StartAsync(Cancellation);
            await ready.StopAsync(Cancellation);
        }
    }

    [Fact]
    public async Task A_second_server_over_the_same_data_does_not_start()
    {
        await using var site = await KeptSite.OpenAsync();
        using var first = new ReadyStorage(site.Database, site.Vault);
        using var second = new ReadyStorage(site.Database, site.Vault);
        await first.StartAsync(Cancellation);

        var fault = await Assert.ThrowsAsync<StorageFault>(() => second.StartAsync(Cancellation));
        await first.StopAsync(Cancellation);
        await second.StartAsync(Cancellation);

        Assert.Equal(StorageTrouble.InUse, fault.Trouble);
    }
}
