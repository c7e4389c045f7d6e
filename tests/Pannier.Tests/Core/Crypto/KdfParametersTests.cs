using Pannier.Core.Crypto;
using Pannier.Mail;

namespace Pannier.Tests.Core.Crypto;

public sealed class KdfParametersTests
{
    [Theory]
    [InlineData("$argon2id$v=19$m=65536,t=3,p=1")]
    [InlineData("$pbkdf2-sha512$i=600000")]
    public void Are_written_as_they_are_read(string text) => Assert.Equal(text, KdfParameters.Read(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("$argon2id$v=19$m=65536,t=3,p=4")]
    [InlineData("$argon2id$v=16$m=65536,t=3,p=1")]
    [InlineData("$argon2id$v=19$m=7,t=3,p=1")]
    [InlineData("$argon2id$v=19$m=999999999,t=3,p=1")]
    [InlineData("$argon2id$v=19$m=65536,t=0,p=1")]
    [InlineData("$argon2id$v=19$m=65536,t=65,p=1")]
    [InlineData("$argon2i$v=19$m=65536,t=3,p=1")]
    [InlineData("$pbkdf2-sha512$i=0")]
    [InlineData("$pbkdf2-sha512$i=999999999")]
    [InlineData("$pbkdf2-sha512$i=600000\n")]
    [InlineData("$pbkdf2-sha512$i=-1")]
    public void Out_of_bounds_are_none(string text) => Assert.Null(KdfParameters.Read(text));

    [Fact]
    public void New_passwords_cost_64_mebibytes_and_three_passes_or_600000_rounds()
    {
        using var with = new PasswordKdf(new Vault());
        using var without = new PasswordKdf(new Vault(CryptoSuite.AesCbcHmacSha512));

        Assert.Equal("$argon2id$v=19$m=65536,t=3,p=1", with.Current.ToString());
        Assert.Equal("$pbkdf2-sha512$i=600000", without.Current.ToString());
    }

    [Fact]
    public void Weaker_is_less_of_one_and_no_more_of_the_other_and_pbkdf2_beside_argon2()
    {
        var now = KdfParameters.Argon2(1024, 3);

        Assert.True(KdfParameters.Argon2(512, 3).IsWeakerThan(now));
        Assert.True(KdfParameters.Argon2(1024, 2).IsWeakerThan(now));
        Assert.True(KdfParameters.Rounds(10_000_000).IsWeakerThan(now));
        Assert.True(KdfParameters.Rounds(1).IsWeakerThan(KdfParameters.Rounds(2)));
        Assert.False(now.IsWeakerThan(now));
        Assert.False(KdfParameters.Argon2(2048, 2).IsWeakerThan(now));
        Assert.False(KdfParameters.Argon2(2048, 4).IsWeakerThan(now));
        Assert.False(now.IsWeakerThan(KdfParameters.Pbkdf2));
    }

    [Fact]
    public async Task Verifier_and_wrapping_key_tell_nothing_of_each_other()
    {
        using var kdf = new PasswordKdf(new Vault(), KdfParameters.Argon2(8, 1));
        using var password = Secret.Of("correct horse battery");
        var salt = PasswordKdf.NewSalt();

        using var keys = await kdf.DeriveAsync(password, salt, kdf.Current, TestContext.Current.CancellationToken);
        using var again = await kdf.DeriveAsync(password, salt, kdf.Current, TestContext.Current.CancellationToken);
        using var salted = await kdf.DeriveAsync(password, PasswordKdf.NewSalt(), kdf.Current, TestContext.Current.CancellationToken);

        var wrapping = new byte[32];
        keys.WrappingKey.CopyTo(wrapping);
        Assert.NotEqual(keys.Verifier.ToArray(), wrapping);
        Assert.True(keys.Matches(again.Verifier.Span));
        Assert.False(keys.Matches(salted.Verifier.Span));
    }

    [Fact]
    public async Task Argon2_without_libsodium_is_refused_and_not_tried_otherwise()
    {
        using var kdf = new PasswordKdf(new Vault(CryptoSuite.AesCbcHmacSha512), KdfParameters.Rounds(1));
        using var password = Secret.Of("correct horse battery");

        var refused = await Assert.ThrowsAsync<BoxRefused>(() => kdf.DeriveAsync(password, PasswordKdf.NewSalt(), KdfParameters.Argon2id, TestContext.Current.CancellationToken));

        Assert.Equal(BoxFault.AlgorithmMissing, refused.Fault);
    }
}
