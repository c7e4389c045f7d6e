using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using Pannier.Core.Crypto;

namespace Pannier.Tests.Core.Crypto;

/// <summary>Each building block gives what its specification or its reference's own tests say.</summary>
public sealed class PublishedVectorTests
{
    /// <summary>
    /// Argon2id with one lane, from libsodium's pwhash_argon2id tests (its cases 4 and 6): the vector in RFC 9106 §5.3 has
    /// four lanes, a secret and associated data, none of which libsodium offers.
    /// </summary>
    [Theory]
    [InlineData(
        "4a857e2ee8aa9b6056f2424e84d24a72473378906ee04a46cb05311502d5250b82ad86b83c8f20a23dbb74f6da60b0b6ecffd67134d45946ac8ebfb3064294bc097d43ced68642bfb8bbbdd0f50b30118f5e",
        "39d82eef32010b8b79cc5ba88ed539fb",
        1432947,
        3,
        "08d8cd330c57e1b4643241d05bb468ba4ee4e932cd0858816be9ef15360b27bbd06a87130ee92222be267a29b81f5ae8fe8613324cfc4832dc49387fd0602f1c57b4d0f3855db94fb7e12eb05f9a484aed4a4307abf586cd3d55c809bc081541e00b682772fb2066504ff935b8ebc551a2083882f874bc0fae68e56848ae34c91097c3bf0cca8e75c0797eef3efde3f75e005815018db3cf7c109a812264c4de69dcb22322dbbcfa447f5b00ecd1b04a7be1569c8e556adb7bba48adf81d")]
    [InlineData(
        "b540beb016a5366524d4605156493f9874514a5aa58818cd0c6dfffaa9e90205f17b",
        "44071f6d181561670bda728d43fb79b4",
        1631659,
        1,
        "7fb72409b0987f8190c3729710e98c3f80c5a8727d425fdcde7f3644d467fe973f5b5fee683bd3fce812cb9ae5e9921a2d06c2f1905e4e839692f2b934b682f11a2fe2b90482ea5dd234863516dba6f52dc0702d324ec77d860c2e181f84472bd7104fedce071ffa93c5309494ad51623d214447a7b2b1462dc7d5d55a1f6fd5b54ce024118d86f0c6489d16545aaa87b6689dad9f2fb47fda9894f8e12b87d978b483ccd4cc5fd9595cdc7a818452f915ce2f7df95ec12b1c72e3788d473441d884f9748eb14703c21b45d82fd667b85f5b2d98c13303b3fe76285531a826b6fc0fe8e3dddecf")]
    public void Argon2id_of_one_lane_is_as_libsodium_publishes_it(string password, string salt, int memoryBytes, int passes, string expected)
    {
        var output = new byte[expected.Length / 2];

        PasswordKdf.Stretch(Hex(password), Hex(salt), KdfParameters.Argon2(memoryBytes / 1024, passes), output);

        Assert.Equal(expected, Convert.ToHexStringLower(output));
    }

    [Theory]
    [InlineData(1, "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce")]
    [InlineData(2, "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53cf76cab2868a39b9f7840edce4fef5a82be67335c77a6068e04112754f27ccf4e")]
    [InlineData(4096, "d197b1b33db0143e018b12f3d1d1479e6cdebdcc97c5c0f87f6902e072f457b5143f30602641b3d55cd335988cb36b84376060ecd532e039b742a239434af2d5")]
    public void Pbkdf2_with_sha512_is_as_published_for_rfc_6070_inputs(int rounds, string expected)
    {
        var output = new byte[64];

        PasswordKdf.Stretch("password"u8, "salt"u8, KdfParameters.Rounds(rounds), output);

        Assert.Equal(expected, Convert.ToHexStringLower(output));
    }

    [Fact]
    public void XChaCha20_Poly1305_is_as_in_its_draft_appendix_A_3_1()
    {
        const string expected =
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e" +
            "c0875924c1c7987947deafd8780acf49";
        var plain = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."u8;
        using var key = XChaChaCipher.Import(Hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
        var nonce = Hex("404142434445464748494a4b4c4d4e4f5051525354555657");
        var associated = Hex("50515253c0c1c2c3c4c5c6c7");
        var cipher = new XChaChaCipher();
        var output = new byte[cipher.SealedLength(plain.Length)];

        cipher.Seal(key, nonce, associated, plain, output);

        Assert.Equal(expected, Convert.ToHexStringLower(output));
        Assert.Equal(plain.ToArray(), cipher.Open(key, nonce, associated, output));
    }

    [Fact]
    public void Aes_cbc_with_hmac_is_as_in_rfc_7518_appendix_B_3()
    {
        const string expected =
            "4affaaadb78c31c5da4b1b590d10ffbd3dd8d5d302423526912da037ecbcc7bd822c301dd67c373bccb584ad3e9279c2e6d12a1374b77f077553df829410446b36ebd97066296ae6427ea75c2e0846a11a09ccf5370dc80bfecbad28c73f09b3a3b75e662a2594410ae496b2e2e6609e31e6e02cc837f053d21f37ff4f51950bbe2638d09dd7a4930930806d0703b1f6" +
            "4dd3b4c088a7f45c216839645b2012bf2e6269a8c56a816dbc1b267761955bc5";
        var plain = "A cipher system must not be required to be secret, and it must be able to fall into the hands of the enemy without inconvenience"u8;
        var associated = "The second principle of Auguste Kerckhoffs"u8;
        using var key = new KeyBytes([.. Enumerable.Range(0, 64).Select(value => (byte)value)]);
        var nonce = Hex("1af38c2dc2b96ffdd86694092341bc04");
        var cipher = new CbcHmacCipher();
        var output = new byte[cipher.SealedLength(plain.Length)];

        cipher.Seal(key, nonce, associated, plain, output);

        Assert.Equal(expected, Convert.ToHexStringLower(output));
        Assert.Equal(plain.ToArray(), cipher.Open(key, nonce, associated, output));
    }

    [Theory]
    [InlineData("000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9", "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")]
    [InlineData("", "", "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8")]
    public void Hkdf_with_sha256_is_as_in_rfc_5869_cases_1_and_3(string salt, string info, string expected)
    {
        var key = Hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b");

        var output = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 42, Hex(salt), Hex(info));

        Assert.Equal(expected, Convert.ToHexStringLower(output));
    }

    [Fact]
    public void A_sub_key_is_the_first_block_of_rfc_5869_under_our_purpose()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var derived = new byte[32];

        Pannier.Core.Crypto.Hkdf.Expand(key, "some/purpose", derived);

        byte[] message = [.. Encoding.UTF8.GetBytes("pannier/1/some/purpose"), 1];
        var extracted = HMACSHA256.HashData(new byte[32], key);
        Assert.Equal(HMACSHA256.HashData(extracted, message), derived);
    }

    private static byte[] Hex(string text) => Convert.FromHexString(text);
}
