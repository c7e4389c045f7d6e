using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Core.Accounts;
using Pannier.Core.Accounts.Intents;
using Pannier.Core.Audit;
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
        Book = new AccountBook(site.Records<MyAccount>(session), site.Records<AccountPasswords>(session), site.Records<AccountGrant>(session), site.Records<AccountMailboxes>(session), site.Records<Identity>(session));
        var mail = new MailOfVisit(Visit, new SyncTurns(1), null, null, new Pannier.Core.Accounts.Memory.MirrorsHere(), TimeProvider.System, NullLoggerFactory.Instance, new HttpContextAccessor());
        Mail = new MyMail(Book, mail, new MyLists(mail, TimeProvider.System), new MyActs(mail, TimeProvider.System), Stores, new AccountProofs(Book, Providers, Client, TimeProvider.System), TimeProvider.System);
        Settings = new MySettings(Visit, site.Records<SettingValues>(session));
        var log = new SecurityLog(site.Database, site.Vault, site.Clock);
        var devices = new Pannier.Core.Devices.MyDevices(new Pannier.Core.Devices.KnownDevices(site.Database, site.Clock), log, new HttpContextAccessor(), site.Clock);
        Tries = new Pannier.Core.Throttling.Tries(new Pannier.Core.Throttling.Throttle(site.Database, new Pannier.Core.Crypto.SiteKey(new byte[32]), Microsoft.Extensions.Options.Options.Create(new Pannier.Core.Throttling.ThrottleOptions()), site.Clock), site.Checks, devices, new HttpContextAccessor());
        Log = new MyLog(log, new LateNotes(site.People, log, NullLogger<LateNotes>.Instance), Visit, new HttpContextAccessor());
        Door = new Door(site.Sessions, new Pannier.Core.Factors.SecondFactors(site.Database, site.Clock), log, devices, Microsoft.Extensions.Options.Options.Create(new SessionOptions()), Microsoft.Extensions.Options.Options.Create(new Pannier.Core.Factors.SecondFactorOptions()), Visit, new HttpContextAccessor(), site.Clock);
    }

    public KeptSite Site { get; }

    public Visit Visit { get; }

    public AccountBook Book { get; }

    public IMyMail Mail { get; }

    /// <summary>A site that is registered with nobody.</summary>
    public Pannier.Mail.OAuth.OAuthProviders Providers { get; } = new(new Pannier.Mail.OAuth.OAuthOptions());

    public Pannier.Mail.OAuth.OAuthClient Client { get; } = NobodysClient();

    public MySettings Settings { get; }

    public Door Door { get; }

    /// <summary>Wrong passwords wait in it and are not written: no worker runs here.</summary>
    public MyLog Log { get; }

    public Pannier.Core.Throttling.Tries Tries { get; }

    public PasswordAgain Again => new(Site.Checks, Tries, Visit, Log);

    public Pannier.Core.Factors.PasskeyProtocol PasskeyProtocol => new(Microsoft.Extensions.Options.Options.Create(new Pannier.Core.Http.SiteOptions()), new HttpContextAccessor());

    public PasskeyWraps PasskeyWraps => new(Site.Database, new KeyWraps(Site.Vault), Site.Vault);

    public Pannier.Core.Factors.Passkeys Passkeys => new(Site.Database, PasskeyProtocol, PasskeyWraps, Site.Clock);

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

    private static Pannier.Mail.OAuth.OAuthClient NobodysClient()
    {
        var rules = new IdentityEgressOptions();
        var http = new Pannier.Mail.OAuth.OAuthHttp(new IdentityHttp(new Egress(rules, TimeProvider.System), TimeProvider.System), rules);
        return new(http, new Pannier.Mail.OAuth.OAuthMetadata(http, TimeProvider.System), TimeProvider.System);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
