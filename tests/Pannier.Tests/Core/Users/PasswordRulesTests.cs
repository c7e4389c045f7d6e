using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Tests.Core.Users;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("elevenchars", "password.too-short")]
    [InlineData("🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎", "password.too-short")]
    [InlineData("margaret.hamilton", "password.is-name")]
    [InlineData("Margaret.Hamilton1", "password.is-name")]
    [InlineData("abcabcabcabcabc", "password.repeats")]
    [InlineData("correct horse battery", null)]
    [InlineData("margaret.hamilton wrote it", null)]
    public void Say_why_a_password_cannot_be_one(string password, string? key)
    {
        using var secret = Secret.Of(password);

        Assert.Equal(key, PasswordRules.Check(secret, SignInName.Read("Margaret.Hamilton")!)?.Said.Key);
    }

    [Fact]
    public void Refuse_what_is_longer_than_a_kibibyte()
    {
        using var most = Secret.Of(string.Concat(Enumerable.Repeat("abcdefgh", 128)));
        using var more = Secret.Of(most.Reveal() + "i");

        Assert.Null(PasswordRules.Check(most, SignInName.Read("ada")!));
        Assert.Equal("password.too-long", PasswordRules.Check(more, SignInName.Read("ada")!)?.Said.Key);
        Assert.True(PasswordRules.Fits(most));
        Assert.False(PasswordRules.Fits(more));
        Assert.False(PasswordRules.Fits(Secret.Of("")));
    }

    [Theory]
    [InlineData("Ada", "ada")]
    [InlineData("  ada@example.org ", "ada@example.org")]
    [InlineData("Ａｄａ", "ada")]
    [InlineData("ÅSA", "åsa")]
    public void Names_that_look_alike_are_one(string text, string key) => Assert.Equal(key, SignInName.Read(text)?.Key);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\u0000b")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u200Bb")]
    public void Some_texts_are_no_names(string text) => Assert.Null(SignInName.Read(text));

    [Fact]
    public void Text_that_is_not_well_formed_is_no_name() => Assert.Null(SignInName.Read("\uD800")); // an attribute cannot carry it

    [Fact]
    public void Names_and_ids_have_bounds()
    {
        Assert.NotNull(SignInName.Read(new string('a', 100)));
        Assert.Null(SignInName.Read(new string('a', 101)));
        var id = UserId.New();
        Assert.Equal(id, UserId.Read(id.ToString()));
        Assert.Null(UserId.Read(id.Value.ToUpperInvariant() + "0"));
        Assert.Null(UserId.Read("0123456789ABCDEF0123456789ABCDEF"));
    }
}
