using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using Pannier.Core.Crypto;
using Pannier.Mail;

namespace Pannier.Tests.Core.Crypto;

/// <summary>What is kept is laid out as it is described, made here by hand: a later program that derived or ordered anything otherwise would open nothing that is kept now.</summary>
public sealed class LayoutTests
{
    private static readonly AssociatedData Place = new("owner", "kind", "id", 3);
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(octet => (byte)octet)];

    [Theory]
    [InlineData("")]
    [InlineData("some words, longer than one block")]
    public void A_box_of_aes_and_hmac(string text)
    {
        var (head, nonce, both) = (new byte[] { 1, (byte)CryptoSuite.AesCbcHmacSha512, 0, 0, 0, 5 }, Enumerable.Repeat((byte)9, 16).ToArray(), Expand("box/aes-256-cbc-hmac-sha512", 64));
        using var aes = Aes.Create();
        aes.SetKey(both.AsSpan(32));
        var body = aes.EncryptCbc(Encoding.UTF8.GetBytes(text), nonce);
        var associated = Place.ToBytes(head);
        byte[] bits = [0, 0, 0, 0, 0, 0, (byte)(associated.Length * 8 >> 8), (byte)(associated.Length * 8)];
        var tag = HMACSHA512.HashData(both[..32], (byte[])[.. associated, .. nonce, .. body, .. bits])[..32];
        using var key = BoxKey.Of(5, Key);

        Assert.Equal(text, Encoding.UTF8.GetString(new Vault(CryptoSuite.AesCbcHmacSha512).Open(key, Place, [.. head, .. nonce, .. body, .. tag])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("some words")]
    public void A_box_of_xchacha20_poly1305(string text)
    {
        var (head, nonce) = (new byte[] { 1, (byte)CryptoSuite.XChaCha20Poly1305, 0, 0, 0, 5 }, Enumerable.Repeat((byte)9, 24).ToArray());
        using var own = NSec.Cryptography.Key.Import(AeadAlgorithm.XChaCha20Poly1305, Expand("box/xchacha20-poly1305", 32), KeyBlobFormat.RawSymmetricKey);
        var body = AeadAlgorithm.XChaCha20Poly1305.Encrypt(own, nonce, Place.ToBytes(head), Encoding.UTF8.GetBytes(text));
        using var key = BoxKey.Of(5, Key);

        Assert.Equal(text, Encoding.UTF8.GetString(new Vault(CryptoSuite.XChaCha20Poly1305).Open(key, Place, [.. head, .. nonce, .. body])));
    }

    [Fact]
    public async Task What_a_password_gives()
    {
        var vault = new Vault(CryptoSuite.AesCbcHmacSha512);
        using var kdf = new PasswordKdf(vault, KdfParameters.Rounds(10));
        using var password = Secret.Of("a password");
        using var given = await kdf.DeriveAsync(password, new byte[16], KdfParameters.Rounds(10), TestContext.Current.CancellationToken);
        var stretched = Rfc2898DeriveBytes.Pbkdf2("a password"u8, new byte[16], 10, System.Security.Cryptography.HashAlgorithmName.SHA512, 32);

        Assert.Equal(Expand(stretched, "password/verifier", 32), given.Verifier.ToArray());
        Assert.Equal(Expand(stretched, "password/wrap", 32), Bytes(given.WrappingKey));
    }

    [Fact]
    public void What_a_recovery_key_gives()
    {
        var recovery = RecoveryKey.Read("000000-000000-000000-000000-000")!; // 128 bits of zero
        using var key = recovery.WrappingKey();

        Assert.Equal(Expand(new byte[16], "recovery/wrap", 32), Bytes(key));
        var right = RecoveryKey.New().Reveal().Replace("-", "", StringComparison.Ordinal);
        Assert.All("0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U", check =>
        {
            Assert.Null(RecoveryKey.Read("8" + right[1..26] + check)); // 26 letters hold two bits more than there are
            Assert.Null(RecoveryKey.Read(right[..9] + "U" + right[10..26] + check)); // a check letter is no letter
        });
    }

    private static byte[] Expand(string purpose, int length) => Expand(Key, purpose, length);

    private static byte[] Expand(byte[] key, string purpose, int length) => HKDF.DeriveKey(System.Security.Cryptography.HashAlgorithmName.SHA256, key, length, [], Encoding.UTF8.GetBytes("pannier/1/" + purpose));

    private static byte[] Bytes(BoxKey key)
    {
        var bytes = new byte[BoxKey.Length];
        key.CopyTo(bytes);
        return bytes;
    }
}
