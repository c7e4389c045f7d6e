using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Text;

public sealed class LinkTargetTests
{
    [Theory]
    [InlineData("https://Example.com", "https://example.com/")]
    [InlineData(" \thttp://x.example/a\nb ", "http://x.example/ab")]
    [InlineData("https://x.example?q", "https://x.example/?q")]
    [InlineData("https://x.example#f", "https://x.example/#f")]
    [InlineData("https://x.example:443/", "https://x.example:443/")]
    [InlineData("https://x.example:/a", "https://x.example/a")]
    [InlineData("https:\\\\x.example\\a\\b?c\\d", "https://x.example/a/b?c%5Cd")]
    [InlineData("https://my_shop.x.example/", "https://my_shop.x.example/")]
    [InlineData("https://x.example./", "https://x.example/")]
    [InlineData("https://127.0.0.1/", "https://127.0.0.1/")]
    [InlineData("https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443/")]
    [InlineData("https://x.example/ä%zz%41\"<>", "https://x.example/%C3%A4%zz%41%22%3C%3E")]
    public void Reads_web_addresses(string text, string value) => Assert.Equal(value, WebUrl.Read(text)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("https:")]
    [InlineData("https://")]
    [InlineData("https:/x.example")]
    [InlineData("https:x.example")]
    [InlineData("https://a b/")]
    [InlineData("https://u@x.example/")]
    [InlineData("https://u:p@x.example/")]
    [InlineData("https://x.example:70000/")]
    [InlineData("https://x.example:a/")]
    [InlineData("https://[x]/")]
    [InlineData("https://[::1%25eth0]/")]
    [InlineData("https://[::1/")]
    [InlineData("https://%41.example/")]
    [InlineData("https://a..b/")]
    [InlineData("ftp://x.example/")]
    [InlineData("javascript:https://x.example/")]
    public void Refuses_what_is_no_web_address(string text) => Assert.Null(WebUrl.Read(text));

    [Fact]
    public void Refuses_addresses_longer_than_any_honest_one()
    {
        var tail = new string('a', 9000);

        Assert.Null(LinkTarget.Read("https://x.example/" + tail));
        Assert.Null(WebUrl.Read("https://x.example/" + tail));
        Assert.Null(MailtoUrl.Read("mailto:" + tail));
        Assert.Null(WebUrl.Read("https://" + new string('a', 300) + "/"));
    }

    [Theory]
    [InlineData("mailto:a@x.example", "mailto:a@x.example", "a@x.example")]
    [InlineData("MAILTO:a%40x.example,b@y.example", "mailto:a@x.example,b@y.example", "a@x.example,b@y.example")]
    [InlineData("mailto:a@x.example?Subject=a%20b&body=c%0D%0Ad&cc=e@x.example", "mailto:a@x.example?subject=a%20b&body=c%0D%0Ad&cc=e%40x.example", "a@x.example")]
    [InlineData("mailto:a@x.example?bcc=spy@x.example&attach=/etc/passwd&x", "mailto:a@x.example", "a@x.example")]
    [InlineData("mailto:a@x.example?subject=x%0d%0aBcc:y", "mailto:a@x.example", "a@x.example")]
    [InlineData("mailto:?subject=x#y", "mailto:?subject=x", "")]
    [InlineData("mailto:\"<b>\"@x.example", "mailto:%22%3Cb%3E%22@x.example", "\"<b>\"@x.example")]
    public void Reads_mail_addresses_and_drops_what_a_link_may_not_set(string text, string value, string to)
    {
        var mailto = MailtoUrl.Read(text);

        Assert.Equal((value, to), (mailto?.Value, mailto?.To));
        Assert.Equal(value, LinkTarget.Read(text)?.ToString());
    }

    [Theory]
    [InlineData("mailto:")]
    [InlineData("mailto:a%0d%0ab")]
    [InlineData("mailtoo:a@x.example")]
    public void Refuses_what_is_no_mail_address(string text) => Assert.Null(MailtoUrl.Read(text));
}
