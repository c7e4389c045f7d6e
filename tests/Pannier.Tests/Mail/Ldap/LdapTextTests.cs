using System.Formats.Asn1;
using Pannier.Mail.Ldap;

namespace Pannier.Tests.Mail.Ldap;

public sealed class LdapTextTests
{
    [Theory]
    [InlineData("ada", "ada")]
    [InlineData("a*b", "a\\2ab")]
    [InlineData("(x)\\\0", "\\28x\\29\\5c\\00")]
    [InlineData("Bücher", "B\\c3\\bccher")]
    public void A_value_in_a_filter_is_nothing_else(string typed, string written)
    {
        Assert.Equal(written, LdapText.InFilter(typed));
        Assert.True(LdapFilter.Fits($"(uid={LdapText.InFilter(typed)})"));
    }

    [Theory]
    [InlineData("ada", "ada")]
    [InlineData("a,b+c", "a\\2cb\\2bc")]
    [InlineData(" ada ", "\\20ada\\20")]
    [InlineData("#1;<x>=\"y\"\\", "\\231\\3b\\3cx\\3e\\3d\\22y\\22\\5c")]
    [InlineData("a\0b", "a\\00b")]
    [InlineData("Bücher", "Bücher")]
    public void A_value_in_a_name_is_nothing_else(string typed, string written) => Assert.Equal(written, LdapText.InDn(typed));

    [Theory]
    [InlineData("(uid=x)", true)]
    [InlineData("(&(objectClass=person)(|(uid=x)(mail=x))(!(disabled=TRUE)))", true)]
    [InlineData("(mail=*)", true)]
    [InlineData("(uid=x", false)]
    [InlineData("uid=x", false)]
    [InlineData("(uid=x)(uid=y)", false)]
    [InlineData("(uid=x*)", false)]
    [InlineData("(uid=\\2)", false)]
    [InlineData("(&)", false)]
    [InlineData("(u id=x)", false)]
    [InlineData("((((((((((uid=x))))))))))", false)]
    public void Says_which_filters_it_can_send(string filter, bool fits) => Assert.Equal(fits, LdapFilter.Fits(filter));

    [Fact]
    public void Writes_a_filter_as_the_standard_has_it()
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);

        LdapFilter.Write(writer, "(&(uid=a\\2a)(!(x=*)))");

        Assert.Equal("A010" + "A309" + "0403756964" + "0402612A" + "A203" + "870178", Convert.ToHexString(writer.Encode()));
    }
}
