using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Core.Away;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.OAuth;

namespace Pannier.Tests.Support;

/// <summary>The one person of a site, with an account on made-up servers, who allows counting while their browser is locked.</summary>
internal sealed class Counting(TestSite site, TestBrowser browser, FakeStores servers)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task AllowAsync()
    {
        await AddAccountAsync();
        await ConfirmAsync();
        Assert.Equal(303, (await browser.PostAsync("/settings/away/count")).Status);
        Assert.Contains("__Host-pannier-watch", browser.Cookies.Keys);
    }

    public async Task ConfirmAsync()
    {
        await browser.GetAsync("/confirm");
        await browser.PostAsync("/confirm", ("current", TestSite.Password));
        await browser.GetAsync("/settings/sessions");
    }

    /// <summary>An inbox with three messages, two of them unread.</summary>
    public Task AddAccountAsync() => InSessionAsync(async services =>
    {
        var inbox = servers.Servers.GetOrAdd("post@example.org", _ => new FakeServer()).Make("INBOX", MailboxRole.Inbox);
        inbox.Add("A secret subject", DateTimeOffset.UnixEpoch);
        inbox.Add("Another", DateTimeOffset.UnixEpoch);
        inbox.Add("Read", DateTimeOffset.UnixEpoch, Keywords.Seen);
        var account = new MyAccount(AccountId.New(), "Post", "post@example.org", Login("imap"), Login("smtp"), AccountColour.Slate, 0, InCombinedViews.Shown, SentCopies.Pannier);
        using var password = Secret.Of("old secret");
        await services.GetRequiredService<AccountBook>().SaveAsync(account, password, password, Cancellation);
    });

    /// <summary>Has the provider sign in to the account, in place of the password.</summary>
    public Task SignInByAsync(OAuthProvider provider, OAuthTokens tokens) => InSessionAsync(async services =>
    {
        var book = services.GetRequiredService<AccountBook>();
        await book.SaveAsync((await book.AllAsync(Cancellation)).Single(), provider, tokens, Cancellation);
        await services.GetRequiredService<MyAway>().RefreshAsync(Cancellation);
    });

    /// <summary>Acts as a request of the person's would.</summary>
    public async Task InSessionAsync(Func<IServiceProvider, Task> actAsync)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Session = site.Services.GetRequiredService<LiveSessions>().OnePerPerson().Single();
        await actAsync(scope.ServiceProvider);
    }

    private static Login Login(string kind) => new(kind + ".example.org", 993, ConnectionSecurity.Tls, "post@example.org");
}
