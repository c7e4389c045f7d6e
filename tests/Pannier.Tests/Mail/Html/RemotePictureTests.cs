using Pannier.Mail.Html;

namespace Pannier.Tests.Mail.Html;

public sealed class RemotePictureTests
{
    private static readonly HtmlSanitizer Patient = new(new SanitizeBudget { Time = TimeSpan.FromMinutes(1) }, TimeProvider.System);
    private readonly List<string> _asked = [];

    [Theory]
    [InlineData("<img src=\"https://a.example/x.png?y=1&amp;z=2\" alt=A>", "<img src=\"/view/1.k\" alt=\"A\">", "https://a.example/x.png?y=1&z=2")]
    [InlineData("<img src=//a.example/x.png>", "<img src=\"/view/1.k\">", "https://a.example/x.png")]
    [InlineData("<img src='data:image/gif;base64,R0' srcset='http://a.example/s.png 480w, http://a.example/l.png 1600w, http://a.example/xl.png 3000w'>", "<img src=\"/view/1.k\">", "http://a.example/l.png")]
    [InlineData("<img srcset='//a.example/2.png 2x, //a.example/1.png'>", "<img src=\"/view/1.k\">", "https://a.example/1.png")]
    [InlineData("<p style=\"color:red;background:#fff url('http://a.example/b.png') no-repeat center top / cover\">x</p>", "<p style=\"color:#ff0000;background-color:#ffffff;background-image:url(/view/1.k);background-repeat:no-repeat;background-position:center top;background-size:cover\">x</p>", "http://a.example/b.png")]
    [InlineData("<p style=\"background-size:10px 20px;background-image:url(http://a.example/b.png)\">x</p>", "<p style=\"background-size:10px 20px;background-image:url(/view/1.k)\">x</p>", "http://a.example/b.png")]
    [InlineData("<table background=http://a.example/b.png><tr><td>x</table>", "<table style=\"background-image:url(/view/1.k)\"><tbody><tr><td>x</td></tr></tbody></table>", "http://a.example/b.png")]
    public async Task With_consent_a_picture_has_the_address_it_is_given(string sent, string written, string asked)
    {
        var done = await DoneAsync(sent);

        Assert.Equal((written, 0), (done.Html.ToString(), done.BlockedRemote));
        Assert.Equal([asked], _asked);
    }

    [Fact]
    public async Task A_style_sheet_has_backgrounds_of_ours_alone()
    {
        var done = await DoneAsync("<style>.a{background:url(http://a.example/b.png) red}.a:hover{background-image:url(\"//a.example/c.png\")}@import url(//a.example/d.css);@font-face{src:url(//a.example/e)}</style><p class=a>x");

        var sheet = done.Html.SheetFor(ViewTheme.Auto);
        Assert.Contains("background-color:#ff0000;background-image:url(/view/1.k)}", sheet, StringComparison.Ordinal);
        Assert.Contains(":hover{background-image:url(/view/2.k)}", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("example", sheet, StringComparison.Ordinal);
        Assert.Equal(["http://a.example/b.png", "https://a.example/c.png"], _asked);
        Assert.Equal(3, done.BlockedRemote); // the import, its url, and the font
    }

    [Theory]
    [InlineData("<img src=https://a.example/x.png alt=A><p style='background:url(//a.example/y) red'>x</p><table background=//a.example/z><tr><td>x</table>")]
    [InlineData("<style>p{background:url(//a.example/y) red;background-size:cover}</style><p>x</p>")]
    public async Task Without_consent_nothing_is_written_of_it(string sent)
    {
        var done = await Clean.DoneAsync(sent);
        var document = ViewDocument.Render(done.Html, ViewTheme.Auto);

        Assert.DoesNotContain("example", document, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", document, StringComparison.Ordinal);
        Assert.DoesNotContain("background-size", document, StringComparison.Ordinal);
        Assert.NotEmpty(done.Remote);
        Assert.True(done.BlockedRemote >= done.Remote.Count);
    }

    [Theory]
    [InlineData("<img src=https://a.example/p.gif width=1 height=1>", "a.example")]
    [InlineData("<img src=https://a.example/p.gif width=600 height=0>", "a.example")]
    [InlineData("<img src=https://a.example/p.gif style='width:1px;height:1px'>", "a.example")]
    [InlineData("<img src=https://a.example/p.gif style='display:none'>", "a.example")]
    [InlineData("<img src=https://a.example/p.gif hidden>", "a.example")]
    [InlineData("<img src=https://x.us1.list-manage.com/track/open.php?u=1>", "Mailchimp")]
    [InlineData("<p style='background:url(https://x.us1.list-manage.com/track/open.php?u=1)'>x</p>", "Mailchimp")]
    public async Task A_tracker_is_named_and_never_asked_for(string sent, string name)
    {
        var done = await DoneAsync(sent);

        Assert.Equal([name], done.Remote.Select(picture => picture.Tracker));
        Assert.Empty(_asked);
        Assert.Equal(1, done.BlockedRemote);
        Assert.DoesNotContain("/view/", done.Html.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src='file:///etc/passwd'>")]
    [InlineData("<img src='https://user:secret@a.example/x'>")]
    [InlineData("<img src='javascript://a.example/%0aalert(1)'>")]
    [InlineData("<img src='/view/1.k'>")]
    [InlineData("<p style='background:url(/view/1.k)'>x</p>")]
    [InlineData("<p style='background:u\\72l(//a.example/x)'>x</p>")]
    [InlineData("<p style='background:image-set(\"//a.example/x\" 1x)'>x</p>")]
    [InlineData("<p style='list-style-image:url(//a.example/x);cursor:url(//a.example/y),auto;content:url(//a.example/z)'>x</p>")]
    [InlineData("<svg><image href=//a.example/x></svg><video poster=//a.example/y></video><input type=image src=//a.example/z>")]
    public async Task What_is_no_picture_of_the_web_is_not_asked_for(string sent)
    {
        var done = await DoneAsync(sent);

        Assert.Empty(_asked);
        Assert.DoesNotContain("/view/", done.Html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tracking_is_cut_from_links_where_it_is_wished()
    {
        const string Sent = "<a href=\"https://a.example/x?id=1&amp;utm_source=y\">x</a><a href=\"https://a.example/x?id=1&amp;utm_source=y\">y</a><a href=mailto:a@b.example?utm_source=x>m</a>";

        var cut = Assert.IsType<SanitizeResult.Done>(await Patient.SanitizeAsync(Sent, new BodyWishes(Clean.NoPictures) { Links = LinkCare.Cut }, TestContext.Current.CancellationToken));
        var asSent = await Clean.DoneAsync(Sent);

        Assert.Contains("href=\"https://a.example/x?id=1\"", cut.Html.ToString(), StringComparison.Ordinal);
        Assert.Equal(["https://a.example/x?id=1&utm_source=y"], cut.CutLinks.Select(link => link.Original.Value));
        Assert.Contains("utm_source", asSent.Html.ToString(), StringComparison.Ordinal);
        Assert.Empty(asSent.CutLinks);
    }

    private async Task<SanitizeResult.Done> DoneAsync(string html)
    {
        var wishes = new BodyWishes(Clean.NoPictures)
        {
            Remote = picture =>
            {
                if (!_asked.Contains(picture.Address.Value)) _asked.Add(picture.Address.Value);
                return $"/view/{_asked.IndexOf(picture.Address.Value) + 1}.k";
            },
        };
        return Assert.IsType<SanitizeResult.Done>(await Patient.SanitizeAsync(html, wishes, TestContext.Current.CancellationToken));
    }
}
