using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>The product in a process of its own, so that its memory is its own. Obeys lines on standard input, answers each on standard output.</summary>
internal static class SiteChild
{
    public static async Task<int> RunAsync(string directory, int port, int imapPort, string authority)
    {
        var origin = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        var site = Site.Build(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Directory"] = directory,
            ["Listen:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Site:PublicOrigins:0"] = origin,
            ["Egress:Mail:Allow:0"] = string.Create(CultureInfo.InvariantCulture, $"localhost:{imapPort}"),
            ["Egress:Mail:TrustedCertificates:0"] = authority,
        }).Build());
        await using var app = site.App;
        await site.StartAsync(CancellationToken.None);
        while (await Console.In.ReadLineAsync() is { } asked)
        {
            switch (asked.Split(' '))
            {
                case ["people", var count]:
                    for (var user = 0; user < int.Parse(count, CultureInfo.InvariantCulture); user++) Console.WriteLine(await RegisterAsync(app, Provider.User(user), imapPort));
                    break;
                case ["memory"]:
                    GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                    break;
                default:
                    return 0;
            }

            Console.WriteLine("done");
        }

        return 0;
    }

    /// <summary>Registers one person with one account and leaves them signed in, by the same ways the pages take.</summary>
    /// <returns>The session cookie's value.</returns>
    private static async Task<string> RegisterAsync(WebApplication app, string user, int imapPort)
    {
        var services = app.Services;
        var link = await services.GetRequiredService<Links>().InviteAsync(Role.Member, CancellationToken.None);
        using var password = Secret.Of("a long enough password for " + user);
        var registered = await services.GetRequiredService<People>().RegisterAsync(link.Token, Role.Member, SignInName.Read(user)!, password, CancellationToken.None) ?? throw new InvalidOperationException($"{user} could not be registered");
        var sessions = services.GetRequiredService<LiveSessions>();
        var ticket = await sessions.BeginAsync(registered.User, registered.Keyring, SignInLevel.Full, null, CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Session = await sessions.OpenAsync(ticket.Reveal(), CancellationToken.None);
        var book = scope.ServiceProvider.GetRequiredService<AccountBook>();
        var login = new Login("localhost", imapPort, ConnectionSecurity.Tls, user);
        var account = new MyAccount(AccountId.New(), user, user + "@example.net", login, login, AccountColour.Teal, 0, InCombinedViews.Shown, SentCopies.Pannier);
        using var secret = Secret.Of(Dovecot.Password);
        await book.SavePasswordsAsync(account.Id, new AccountPasswords(login, secret.RevealBytes().ToArray(), login, secret.RevealBytes().ToArray()), CancellationToken.None);
        await book.SaveAsync(account, CancellationToken.None);
        return ticket.Reveal();
    }
}
