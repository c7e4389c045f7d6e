using Pannier.Mail.Html;
using Pannier.Mail.Text;
using Pannier.Mail.Tracking;

namespace Pannier.Tests.Mail.Tracking;

public sealed class TrackersTests
{
    [Theory]
    [InlineData("https://club.us7.list-manage.com/track/open.php?u=1&id=2", "Mailchimp")]
    [InlineData("https://u123.ct.sendgrid.net/wf/open?upn=abc", "SendGrid")]
    [InlineData("http://links.shop.example/wf/open?upn=abc", "SendGrid")]
    [InlineData("https://mailtrack.io/trace/mail/abc.png", "Mailtrack")]
    [InlineData("https://t.yesware.com/t/abc", "Yesware")]
    [InlineData("https://shop.example/e3t/Cto/abc", "HubSpot")]
    [InlineData("https://x.awstrack.me/I0/abc", "Amazon SES")]
    public void Names_the_service(string address, string service) => Assert.Equal(service, Trackers.ServiceOf(WebUrl.Read(address)!));

    [Theory]
    [InlineData("https://gallery.list-manage.com/picture.png")]
    [InlineData("https://notmailtrack.io/a.png")]
    [InlineData("https://mailtrack.io.evil.example/a.png")]
    [InlineData("https://shop.example/wf/open")]
    [InlineData("https://shop.example/logo.png")]
    public void Leaves_other_pictures_alone(string address) => Assert.Null(Trackers.ServiceOf(WebUrl.Read(address)!));

    [Fact]
    public void What_nobody_sees_is_named_by_its_host()
    {
        var address = WebUrl.Read("https://count.shop.example/p.gif")!;

        Assert.Equal("count.shop.example", new RemotePicture(address, RemoteUse.Dot).Tracker);
        Assert.Null(new RemotePicture(address, RemoteUse.Picture).Tracker);
    }
}
