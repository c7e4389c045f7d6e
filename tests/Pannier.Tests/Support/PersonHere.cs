using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Settings;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Sync;
using Pannier.Mail.Net;

namespace Pannier.Tests.Support;

/// <summary>A signed-in person over a real database: their records, their accounts, and servers that are made up.</summary>
internal sealed class PersonHere : IAsyncDisposable
{
    private PersonHere(KeptSite site, LiveSession session)
    {
        Site = site;
        Visit = new Visit { Session = session };
        Book = new AccountBook(site.Records<MyAccount>(session), site.Records<AccountPasswords>(session), site.Records<AccountMailboxes>(session), site.Records<Identity>(session));
        Mail = new MyMail(Book, new MailOfVisit(Visit, new SyncTurns(1), TimeProvider.System, NullLoggerFactory.Instance, new HttpContextAccessor()), Stores, TimeProvider.System);
        Settings = new MySettings(Visit, site.Records<SettingValues>(session));
        Door = new Door(site.Sessions, Visit, new HttpContextAccessor(), site.Clock);
    }

    public KeptSite Site { get; }

    public Visit Visit { get; }

    public AccountBook Book { get; }

    public IMyMail Mail { get; }

    public MySettings Settings { get; }

    public Door Door { get; }

    public FakeStores Stores { get; } = new();

    /// <summary>Clear text is allowed to <c>clear.example.org</c> alone; a failed probe takes a tenth of a second.</summary>
    public Egress Egress { get; } = new(new EgressOptions { ProbeTime = TimeSpan.FromMilliseconds(100), AllowClearText = ["clear.example.org"] }, TimeProvider.System);

    public static async Task<PersonHere> OpenAsync(Role role = Role.Member)
    {
        var site = await KeptSite.OpenAsync();
        var link = await site.Links.InviteAsync(role, KeptSite.Cancellation);
        using var password = Secret.Of(KeptSite.Password);
        var registered = await site.People.RegisterAsync(link.Token, role, SignInName.Read("ann")!, password, KeptSite.Cancellation);
        return new PersonHere(site, await site.EnterAsync(registered!.User, registered.Keyring)); // the link is fresh
    }

    /// <summary>Adds an account whose password is <c>old secret</c>.</summary>
    public async Task<MyAccount> AddAsync(string name, int order = 0)
    {
        var user = name + "@example.org";
        var account = new MyAccount(
            AccountId.New(),
            name,
            user,
            new Login("imap.example.org", 993, ConnectionSecurity.Tls, user),
            new Login("smtp.example.org", 465, ConnectionSecurity.Tls, user),
            AccountColour.Slate,
            order,
            InCombinedViews.Shown,
            SentCopies.Pannier);
        using var password = Secret.Of("old secret");
        await Book.SaveAsync(account, password, password, KeptSite.Cancellation);
        await Book.SaveIdentityAsync(new Identity(IdentityId.New(), account.Id, name, user, null, "", IsDefault: true), KeptSite.Cancellation);
        return account;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
