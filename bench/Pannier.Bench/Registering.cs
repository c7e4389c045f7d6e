using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>Registers people with accounts and leaves them signed in, by the same ways the pages take.</summary>
internal sealed class Registering(IServiceProvider services)
{
    /// <summary>Many people with as many accounts each at the demo provider, one a core at a time.</summary>
    /// <returns>Their session cookies.</returns>
    public async Task<IReadOnlyList<string>> CrowdAsync(int from, int count, int imapPort, int accounts)
    {
        var cookies = new string[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (at, _) =>
            cookies[at] = await RegisterAsync(Provider.User(from + at), imapPort, [.. Enumerable.Range((from + at) * accounts, accounts).Select(DemoChild.Address)]));
        return cookies;
    }

    /// <param name="name">To sign in with.</param>
    /// <param name="imapPort">Of all their accounts' server.</param>
    /// <param name="users">One account each.</param>
    /// <returns>The session cookie's value.</returns>
    public async Task<string> RegisterAsync(string name, int imapPort, IReadOnlyList<string> users)
    {
        var link = await services.GetRequiredService<Links>().InviteAsync(Role.Member, CancellationToken.None);
        using var password = Secret.Of(PasswordOf(name));
        var registered = await services.GetRequiredService<People>().RegisterAsync(link.Token, Role.Member, SignInName.Read(name)!, password, CancellationToken.None) ?? throw new InvalidOperationException($"{name} could not be registered");
        var sessions = services.GetRequiredService<LiveSessions>();
        var ticket = await sessions.BeginAsync(registered.User, registered.Keyring, new Beginning(SignInLevel.Full), CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Session = await sessions.OpenAsync(ticket.Reveal(), CancellationToken.None);
        var book = scope.ServiceProvider.GetRequiredService<AccountBook>();
        foreach (var (user, place) in users.Select((user, place) => (user, place))) await AddAsync(book, imapPort, user, place);
        return ticket.Reveal();
    }

    /// <summary>What somebody of this name signs in with.</summary>
    public static string PasswordOf(string name) => string.Create(CultureInfo.InvariantCulture, $"a long enough password for {name}");

    private static async Task AddAsync(AccountBook book, int imapPort, string user, int place)
    {
        var login = new Login("localhost", imapPort, ConnectionSecurity.Tls, user);
        var account = new MyAccount(AccountId.New(), user, user.Contains('@', StringComparison.Ordinal) ? user : user + "@example.net", login, login, AccountColour.Teal, place, InCombinedViews.Shown, SentCopies.Pannier);
        using var secret = Secret.Of(Dovecot.Password);
        await book.SavePasswordsAsync(account.Id, new AccountPasswords(login, secret.RevealBytes().ToArray(), login, secret.RevealBytes().ToArray()), CancellationToken.None);
        await book.SaveAsync(account, CancellationToken.None);
    }
}
