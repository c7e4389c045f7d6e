using Pannier.Mail;

namespace Pannier.Tests.Mail.Compose;

public sealed class AddrSpecTests
{
    [Theory]
    [InlineData("ada@example.org", "ada@example.org")]
    [InlineData("Ada.Byron+tag@EXAMPLE.org", "Ada.Byron+tag@example.org")]
    [InlineData("ada@bücher.example", "ada@xn--bcher-kva.example")]
    [InlineData("o'brien!#$%&'*+-/=?^_`{|}~@example.org", "o'brien!#$%&'*+-/=?^_`{|}~@example.org")]
    [InlineData("\"a b\"@example.org", "\"a b\"@example.org")]
    [InlineData("\"a\\\"@b\"@example.org", "\"a\\\"@b\"@example.org")]
    [InlineData("foo..bar.@docomo.example", "foo..bar.@docomo.example")]
    [InlineData("root@localhost", "root@localhost")]
    [InlineData("x@[192.0.2.1]", "x@[192.0.2.1]")]
    [InlineData("x@[IPv6:2001:db8::1]", "x@[IPv6:2001:db8::1]")]
    [InlineData("用户@例子.example", "用户@xn--fsqu00a.example")]
    public void Reads_addresses(string text, string value) => Assert.Equal(value, AddrSpec.Read(text)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("ada@example.org ")]
    [InlineData("ada@ example.org")]
    [InlineData("a da@example.org")]
    [InlineData("ada@example.org>")]
    [InlineData("<ada@example.org")]
    [InlineData("ada@exa mple.org")]
    [InlineData("ada@example.org.")]
    [InlineData("ada@-x-.org")]
    [InlineData("ada@192.0.2.1")]
    [InlineData("ada@[300.1.1.1]")]
    [InlineData("ada@[2001:db8::1]")]
    [InlineData("ada@[IPv6:192.0.2.1]")]
    [InlineData("ada,bob@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData(".a@example.org")]
    [InlineData("\"@example.org")]
    [InlineData("\"a\"b\"@example.org")]
    [InlineData("\"a\\\"@example.org")]
    [InlineData("a\u200bb@example.org")]
    [InlineData("a\ud83d@example.org")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234x@example.org")]
    public void Refuses_what_is_none(string text) => Assert.Null(AddrSpec.Read(text));

    [Fact]
    public void Is_equal_for_one_mailbox_in_two_spellings()
    {
        var one = AddrSpec.Read("Ada@BÜCHER.example")!;
        var other = AddrSpec.Read("ada@xn--bcher-kva.EXAMPLE")!;

        Assert.Equal(one, other);
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, AddrSpec.Read("bob@bücher.example"));
        Assert.False(one.Equals(null));
        Assert.Equal("Ada@bücher.example", one.Shown());
        Assert.Equal("Ada@xn--bcher-kva.example", one.ToString());
    }

    [Theory]
    [InlineData("ada+x+y@example.org", "ada@example.org")]
    [InlineData("ada@example.org", "ada@example.org")]
    [InlineData("+x@example.org", "+x@example.org")]
    [InlineData("\"a+b\"@example.org", "\"a+b\"@example.org")]
    public void Takes_the_tag_off(string text, string without) => Assert.Equal(without, AddrSpec.Read(text)!.WithoutTag().Value);

    [Fact]
    public void Knows_what_needs_smtputf8()
    {
        Assert.True(AddrSpec.Read("jörg@example.org")!.IsInternational);
        Assert.False(AddrSpec.Read("ada@bücher.example")!.IsInternational);
    }
}
