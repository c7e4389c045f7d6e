using Pannier.Mail;

namespace Pannier.Tests.Mail;

public class SecretTests
{
    [Fact]
    public void A_secret_does_not_print_itself()
    {
        using var secret = Secret.Of("hunter2");

        Assert.Equal("•••", secret.ToString());
        Assert.Equal("•••", $"{secret}");
        Assert.DoesNotContain("hunter2", System.Text.Json.JsonSerializer.Serialize(secret), StringComparison.Ordinal);
    }

    [Fact]
    public void Revealing_is_a_named_act()
    {
        using var secret = Secret.Of("pässwörd");

        Assert.Equal("pässwörd", secret.Reveal());
        Assert.Equal(10, secret.Length);
    }

    [Fact]
    public void Disposal_wipes_it()
    {
        var secret = Secret.Of("hunter2");
        secret.Dispose();

        Assert.All(secret.RevealBytes().ToArray(), b => Assert.Equal(0, b));
    }

    [Fact]
    public void Equal_secrets_are_equal_and_others_are_not()
    {
        using var a = Secret.Of("one");
        using var b = Secret.Of("one");
        using var c = Secret.Of("two");

        Assert.True(a.FixedTimeEquals(b));
        Assert.False(a.FixedTimeEquals(c));
    }

    [Fact]
    public void A_field_is_a_secret_within_limits()
    {
        Assert.Null(Secret.Read(""));
        Assert.Null(Secret.Read(new string('x', 1025)));
        Assert.NotNull(Secret.Read(new string('x', 1024)));
    }
}
