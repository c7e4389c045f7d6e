using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Text;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Http;

/// <summary>What was done travels over a redirect in the one cookie a script may read.</summary>
public sealed class NoticesTests(RunningSite running) : IClassFixture<RunningSite>
{
    [Fact]
    public void Every_kind_of_part_comes_back_as_it_was()
    {
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        using var scope = running.Site.Services.CreateScope();
        var notices = scope.ServiceProvider.GetRequiredService<Notices>();
        var http = new DefaultHttpContext { RequestServices = running.Site.Services };
        notices.Leave(Said.Of("fault.with-words", "what", Said.Of("fault.dropped")).With("words", new string('x', 500)).With("count", 7).With("at", at).With("id", 3.5).AsTrouble(), null, http);

        var said = notices.Take(Next(http))!.Said;

        Assert.Equal((SaidTone.Trouble, "fault.with-words"), (said.Tone, said.Key));
        Assert.Equal(scope.ServiceProvider.GetRequiredService<WordsOfVisit>().Get().Say(Said.Of("fault.dropped")), said.Parts[0].Value);
        Assert.Equal(201, ((string)said.Parts[1].Value).Length);
        Assert.Equal([7, at, "3.5"], said.Parts.Skip(2).Select(part => part.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("%%%.%%%")]
    [InlineData("e30.e30")]
    [InlineData("a.b.c")]
    public void What_was_not_made_here_is_dropped(string cookie)
    {
        using var scope = running.Site.Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = running.Site.Services };
        http.Request.Headers.Cookie = $"__Host-pannier-notices={cookie}";

        Assert.Null(scope.ServiceProvider.GetRequiredService<Notices>().Take(http));
    }

    [Fact]
    public void A_notice_is_shown_once_and_one_changed_on_the_way_never()
    {
        using var scope = running.Site.Services.CreateScope();
        var notices = scope.ServiceProvider.GetRequiredService<Notices>();
        var left = new DefaultHttpContext { RequestServices = running.Site.Services };
        notices.Leave(Said.Of("fault.dropped"), new NoticeAct(LocalUrl.Of("/messages/undo"), "act.undo", "undo", "x"), left);
        var next = Next(left);

        Assert.Equal(new NoticeAct(LocalUrl.Of("/messages/undo"), "act.undo", "undo", "x"), notices.Take(next)!.Act);
        Assert.Contains("expires=Thu, 01 Jan 1970", next.Response.Headers.SetCookie.ToString(), StringComparison.OrdinalIgnoreCase);
        var changed = Next(left);
        changed.Request.Headers.Cookie = changed.Request.Headers.Cookie.ToString().Replace("notices=e", "notices=f", StringComparison.Ordinal);
        Assert.Null(notices.Take(changed));
    }

    private DefaultHttpContext Next(DefaultHttpContext left)
    {
        var next = new DefaultHttpContext { RequestServices = running.Site.Services };
        next.Request.Headers.Cookie = left.Response.Headers.SetCookie.ToString().Split(';')[0];
        return next;
    }
}
