using System.Text;
using Pannier.Core.Audit;
using Pannier.Core.Crypto;

namespace Pannier.Tests.Core.Audit;

public sealed class LetterBoxTests
{
    private static readonly AssociatedData Place = new("ann", "security-event", "1", 1);

    [Theory]
    [InlineData(CryptoSuite.XChaCha20Poly1305)]
    [InlineData(CryptoSuite.AesCbcHmacSha512)]
    public void Whoever_has_the_public_half_puts_in_and_only_the_private_half_takes_out(CryptoSuite suite)
    {
        var (vault, key) = (new Vault(suite), LetterBox.NewPrivate());

        var letter = LetterBox.Put(vault, LetterBox.PublicOf(key), Place, "signed in"u8);

        Assert.Equal("signed in", Encoding.UTF8.GetString(LetterBox.Take(vault, key, Place, letter)!));
        Assert.Null(LetterBox.Take(vault, LetterBox.NewPrivate(), Place, letter));
        Assert.NotEqual(letter, LetterBox.Put(vault, LetterBox.PublicOf(key), Place, "signed in"u8));
    }

    [Fact]
    public void A_letter_moved_changed_or_cut_is_not_taken_out()
    {
        var (vault, key) = (new Vault(), LetterBox.NewPrivate());
        var letter = LetterBox.Put(vault, LetterBox.PublicOf(key), Place, "signed in"u8);

        Assert.Null(LetterBox.Take(vault, key, Place with { Owner = "ben" }, letter));
        Assert.Null(LetterBox.Take(vault, key, Place with { Id = "2" }, letter));
        for (var at = 0; at < letter.Length; at++)
        {
            var changed = letter.ToArray();
            changed[at] ^= 1;
            Assert.Null(Taken(vault, key, changed));
            Assert.Null(Taken(vault, key, letter[..at]));
        }
    }

    /// <summary>A head of a suite or form nobody knows is refused by name; here that is as good.</summary>
    private static byte[]? Taken(Vault vault, byte[] key, byte[] letter)
    {
        try
        {
            return LetterBox.Take(vault, key, Place, letter);
        }
        catch (BoxRefused)
        {
            return null;
        }
    }
}
