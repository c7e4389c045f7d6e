using System.Security.Cryptography;
using CsCheck;
using Pannier.Core.Crypto;

namespace Pannier.Tests.Core.Crypto;

public sealed class VaultTests
{
    private static readonly AssociatedData Place = new("00000000000000000000000000000001", "record/identity", "7", 2) { Also = ["imap.example", "993"] };

    public static TheoryData<CryptoSuite> Suites => [CryptoSuite.XChaCha20Poly1305, CryptoSuite.AesCbcHmacSha512];

    [Theory]
    [MemberData(nameof(Suites))]
    public void What_is_sealed_opens_in_its_place(CryptoSuite suite)
    {
        var vault = new Vault(suite);
        using var key = BoxKey.New(3);

        Gen.Byte.Array[0, 300].Sample(plain => Assert.Equal(plain, vault.Open(key, Place, vault.Seal(key, Place, plain))));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_box_says_its_suite_and_key(CryptoSuite suite)
    {
        using var key = BoxKey.New(0x01020304);

        var box = new Vault(suite).Seal(key, Place, "x"u8);

        Assert.Equal(new Box(suite, 0x01020304), Box.Read(box));
        Assert.Equal([1, (byte)suite, 1, 2, 3, 4], box[..6]);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void The_same_content_never_seals_alike(CryptoSuite suite)
    {
        var vault = new Vault(suite);
        using var key = BoxKey.New(1);

        Assert.NotEqual(vault.Seal(key, Place, "same"u8), vault.Seal(key, Place, "same"u8));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Every_single_bit_changed_is_refused(CryptoSuite suite)
    {
        var vault = new Vault(suite);
        using var key = BoxKey.New(1);
        var box = vault.Seal(key, Place, "a password of somebody"u8);

        for (var bit = 0; bit < box.Length * 8; bit++)
        {
            var changed = box.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<BoxRefused>(() => vault.Open(key, Place, changed));
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Every_truncation_and_anything_added_is_refused(CryptoSuite suite)
    {
        var vault = new Vault(suite);
        using var key = BoxKey.New(1);
        var box = vault.Seal(key, Place, RandomNumberGenerator.GetBytes(70));

        for (var length = 0; length < box.Length; length++)
        {
            Assert.Throws<BoxRefused>(() => vault.Open(key, Place, box.AsSpan(0, length)));
            Assert.Throws<BoxRefused>(() => vault.Open(key, Place, box.AsSpan(box.Length - length)));
        }

        Assert.Throws<BoxRefused>(() => vault.Open(key, Place, [.. box, 0]));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_box_moved_to_another_place_is_refused(CryptoSuite suite)
    {
        var vault = new Vault(suite);
        using var key = BoxKey.New(1);
        var box = vault.Seal(key, Place, "x"u8);
        AssociatedData[] others =
        [
            Place with { Owner = "00000000000000000000000000000002" },
            Place with { Kind = "record/identit" },
            Place with { Id = "8" },
            Place with { SchemaVersion = 3 },
            Place with { Also = ["imap.example"] },
            Place with { Also = ["993", "imap.example"] },
            Place with { Also = ["imap.example9", "93"] },
            Place with { Kind = "record/identity7", Id = "" },
        ];

        Assert.All(others, other => Assert.Null(vault.TryOpen(key, other, box)));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Another_key_of_the_same_number_is_refused(CryptoSuite suite)
    {
        var vault = new Vault(suite);
        using var key = BoxKey.New(1);
        using var other = BoxKey.New(1);

        Assert.Null(vault.TryOpen(other, Place, vault.Seal(key, Place, "x"u8)));
    }

    [Fact]
    public void Different_places_encode_differently()
    {
        var part = Gen.String[Gen.Char["ab/"], 0, 3];
        var place = Gen.Select(part, part, part, Gen.Int[0, 2], part.Array[0, 2], (owner, kind, id, schema, also) => new AssociatedData(owner, kind, id, schema) { Also = also });

        Gen.Select(place, place).Sample((one, two) =>
            Assert.Equal(
                (one.Owner, one.Kind, one.Id, one.SchemaVersion) == (two.Owner, two.Kind, two.Id, two.SchemaVersion) && one.Also.SequenceEqual(two.Also),
                one.ToBytes([]).AsSpan().SequenceEqual(two.ToBytes([]))));
    }

    [Fact]
    public void Without_libsodium_its_boxes_are_refused_by_name_and_not_as_a_wrong_key()
    {
        using var key = BoxKey.New(1);
        var box = new Vault(CryptoSuite.XChaCha20Poly1305).Seal(key, Place, "x"u8);
        var without = new Vault(CryptoSuite.AesCbcHmacSha512);

        var refused = Assert.Throws<BoxRefused>(() => without.TryOpen(key, Place, box));

        Assert.Equal(BoxFault.AlgorithmMissing, refused.Fault);
        Assert.Contains("libsodium", refused.Message, StringComparison.Ordinal);
        Assert.False(without.Opens(CryptoSuite.XChaCha20Poly1305));
    }

    [Fact]
    public void With_libsodium_the_other_suites_boxes_open_and_new_ones_are_its_own()
    {
        using var key = BoxKey.New(1);
        var old = new Vault(CryptoSuite.AesCbcHmacSha512).Seal(key, Place, "x"u8);
        var vault = new Vault();

        Assert.Equal("x"u8, vault.Open(key, Place, old));
        Assert.Equal(CryptoSuite.XChaCha20Poly1305, Box.Read(vault.Seal(key, Place, "x"u8)).Suite);
    }

    [Fact]
    public void A_form_from_the_future_is_told_apart_from_damage()
    {
        using var key = BoxKey.New(1);
        var box = new Vault().Seal(key, Place, "x"u8);
        box[0] = 2;

        Assert.Equal(BoxFault.UnknownForm, Assert.Throws<BoxRefused>(() => new Vault().Open(key, Place, box)).Fault);
    }
}
