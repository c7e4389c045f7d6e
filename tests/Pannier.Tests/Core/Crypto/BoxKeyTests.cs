using System.Security.Cryptography;
using Pannier.Core.Crypto;

namespace Pannier.Tests.Core.Crypto;

public sealed class BoxKeyTests
{
    private static readonly AssociatedData Place = new("", "test", "", 1);

    [Fact]
    public void A_wiped_key_does_nothing_any_more()
    {
        var key = BoxKey.New(1);
        var vault = new Vault();
        var box = vault.Seal(key, Place, "x"u8);

        key.Dispose();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => vault.Seal(key, Place, "x"u8));
        Assert.Throws<ObjectDisposedException>(() => vault.Open(key, Place, box));
        Assert.Throws<ObjectDisposedException>(() => key.Derive("x"));
        Assert.Throws<ObjectDisposedException>(() => key.Sign("x"u8));
    }

    [Fact]
    public void A_wipe_waits_for_the_use_under_way()
    {
        var key = new KeyBytes([1, 2, 3]);
        var lease = key.Hold();

        key.Dispose();
        var during = lease.Bytes.ToArray();
        var bytes = lease.Bytes;
        lease.Dispose();

        Assert.Equal([1, 2, 3], during);
        Assert.Equal([0, 0, 0], bytes.ToArray());
        Assert.Throws<ObjectDisposedException>(() => { using var again = key.Hold(); });
    }

    [Theory]
    [InlineData(CryptoSuite.XChaCha20Poly1305)]
    [InlineData(CryptoSuite.AesCbcHmacSha512)]
    public async Task Keys_wiped_while_many_seal_never_seal_with_zeroes(CryptoSuite suite)
    {
        var vault = new Vault(suite);
        using var zeroes = BoxKey.Of(1, new byte[32]);
        for (var round = 0; round < 20; round++)
        {
            var bytes = RandomNumberGenerator.GetBytes(32);
            using var same = BoxKey.Of(1, bytes);
            var key = BoxKey.Of(1, bytes);
            var sealing = Task.Run(() => SealUntilWiped(vault, key), TestContext.Current.CancellationToken);
            await Task.Yield();
            key.Dispose();

            Assert.All(await sealing, box =>
            {
                Assert.Null(vault.TryOpen(zeroes, Place, box));
                Assert.Equal("x"u8, vault.Open(same, Place, box));
            });
        }
    }

    [Fact]
    public void Purposes_part_keys_and_keep_their_number()
    {
        using var key = BoxKey.New(9);
        using var one = key.Derive("one");
        using var two = key.Derive("two");
        using var again = key.Derive("one");

        Assert.NotEqual(one.Sign("x"u8), two.Sign("x"u8));
        Assert.NotEqual(one.Sign("x"u8), key.Sign("x"u8));
        Assert.Equal(one.Sign("x"u8), again.Sign("x"u8));
        Assert.Equal(9u, one.Id);
    }

    [Fact]
    public void A_key_has_32_bytes() => Assert.Throws<ArgumentException>(() => BoxKey.Of(1, new byte[31]));

    private static List<byte[]> SealUntilWiped(Vault vault, BoxKey key)
    {
        var boxes = new List<byte[]>();
        try
        {
            while (boxes.Count < 2000) boxes.Add(vault.Seal(key, Place, "x"u8));
        }
        catch (ObjectDisposedException)
        {
            // wiped: what was sealed before is what we look at
        }

        return boxes;
    }
}
