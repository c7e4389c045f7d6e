using Pannier.Core.Crypto;
using Pannier.Core.Users;

namespace Pannier.Tests.Core.Users;

public sealed class KeyringTests
{
    private static readonly UserId Ada = UserId.New();

    private static readonly AssociatedData Place = new(Ada.Value, "record/x", "1", 1);

    [Fact]
    public void The_newest_data_key_seals_and_every_one_opens()
    {
        var first = new byte[32];
        using var before = new Keyring(Ada, new Vault(), null, [BoxKey.Of(1, first)]);
        var old = before.Seal(Place, "old"u8);
        using var after = new Keyring(Ada, new Vault(), null, [BoxKey.New(2), BoxKey.Of(1, first)]);

        Assert.Equal(2u, after.Newest);
        Assert.Equal(2u, Box.Read(after.Seal(Place, "new"u8)).KeyId);
        Assert.Equal("old"u8.ToArray(), after.Open(Place, old));
    }

    [Fact]
    public void A_key_number_that_is_not_there_is_named()
    {
        using var two = new Keyring(Ada, new Vault(), null, [BoxKey.New(2)]);
        using var one = new Keyring(Ada, new Vault(), null, [BoxKey.New(1)]);

        Assert.Equal(BoxFault.KeyMissing, Assert.Throws<BoxRefused>(() => one.Open(Place, two.Seal(Place, "x"u8))).Fault);
    }

    [Fact]
    public void Another_persons_place_is_refused_before_a_key_is_made()
    {
        using var keyring = new Keyring(Ada, new Vault(), null, [BoxKey.New(1)]);

        Assert.Throws<BoxRefused>(() => keyring.Seal(Place with { Owner = UserId.New().Value }, "x"u8));
    }

    [Fact]
    public void The_root_key_can_be_forgotten_and_a_wiped_keyring_opens_nothing()
    {
        var keyring = new Keyring(Ada, new Vault(), BoxKey.New(0), [BoxKey.New(1)]);
        var box = keyring.Seal(Place, "x"u8);
        Assert.NotNull(keyring.Root);

        keyring.ForgetRoot();
        Assert.Throws<VaultLocked>(() => keyring.Root);
        Assert.Equal("x"u8.ToArray(), keyring.Open(Place, box));
        keyring.Dispose();

        Assert.Throws<VaultLocked>(() => keyring.Open(Place, box));
        Assert.Throws<VaultLocked>(() => keyring.Seal(Place with { Kind = "record/y" }, "x"u8));
    }
}
