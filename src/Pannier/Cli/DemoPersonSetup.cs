using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Demo;
using Pannier.Demo.Seed;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Cli;

/// <summary>Registers the demo's user and adds two of the three demo accounts, by the same ways a person takes.</summary>
internal static class DemoPersonSetup
{
    private const string Name = "ada";
    private const string Password = "orchard-gate-17";

    public static async Task<DemoUser> RegisterAsync(IServiceProvider services, DemoProvider provider, CancellationToken cancellation)
    {
        var people = services.GetRequiredService<People>();
        if (!await people.AreNoneAsync(cancellation)) return new DemoUser(Name, Password, null); // a kept data directory

        var link = await services.GetRequiredService<Links>().InviteAsync(Role.Administrator, cancellation);
        using var password = Secret.Of(Password);
        var registered = await people.RegisterAsync(link.Token, Role.Administrator, SignInName.Read(Name)!, password, cancellation)
            ?? throw new StartRefused("the demo's user could not be registered");

        var sessions = services.GetRequiredService<LiveSessions>();
        var ticket = await sessions.BeginAsync(registered.User, registered.Keyring, new Beginning(SignInLevel.Full), cancellation);
        await using var scope = services.CreateAsyncScope();
        var session = await sessions.OpenAsync(ticket.Reveal(), cancellation);
        scope.ServiceProvider.GetRequiredService<Visit>().Session = session;
        var book = scope.ServiceProvider.GetRequiredService<AccountBook>();
        foreach (var (person, order) in DemoSeed.Accounts.Take(2).Select((person, order) => (person, order)))
        {
            var account = new MyAccount(
                AccountId.New(),
                person.Address,
                person.Address,
                new Login("127.0.0.1", provider.ImapPort, ConnectionSecurity.StartTls, person.Address),
                new Login("127.0.0.1", provider.SmtpPort, ConnectionSecurity.StartTls, person.Address),
                (AccountColour)order,
                order,
                InCombinedViews.Shown,
                SentCopies.Pannier);
            using var secret = Secret.Of(person.Password);
            await book.SavePasswordsAsync(account.Id, new AccountPasswords(account.Imap, secret.RevealBytes().ToArray(), account.Smtp, secret.RevealBytes().ToArray()), cancellation);
            await book.SaveAsync(account, cancellation);
            await book.SaveIdentityAsync(new Identity(IdentityId.New(), account.Id, person.DisplayName, person.Address, null, "", IsDefault: true), cancellation);
        }

        await sessions.EndAsync(session!, cancellation); // begun above
        return new DemoUser(Name, Password, registered.Recovery.Reveal());
    }
}
