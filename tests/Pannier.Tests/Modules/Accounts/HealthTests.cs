using Microsoft.Extensions.DependencyInjection;
using Pannier.Core;
using Pannier.Mail;
using Pannier.Modules.Accounts;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Accounts;

/// <summary>The account's page tells what is known of its server, whether much or nothing.</summary>
public sealed class HealthTests(RunningSite running) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task It_tells_what_the_server_can_do_what_is_read_in_and_what_went_wrong()
    {
        await using var person = await PersonHere.OpenAsync();
        var account = await person.AddAsync("ann");
        using var scope = running.Site.Services.CreateScope();
        var handler = new ShowHealth(person.Mail, scope.ServiceProvider.GetRequiredService<Pannier.Core.Text.WordsOfVisit>());

        var before = (await handler.HandleAsync(new AccountInput(account.Id), TestContext.Current.CancellationToken)).Model<HealthPage, HealthPage>();
        Assert.Equal((AccountState.Unknown, 0, 0), (before.Health, before.Abilities.Count, before.Mailboxes.Count));

        var server = new FakeServer();
        server.Make("INBOX", MailboxRole.Inbox);
        server.Find("INBOX").Add("one", Letter.Day(1));
        person.Stores.Servers[account.Imap.UserName] = server;
        await person.Mail.MailboxesAsync(account.Id, TestContext.Current.CancellationToken);
        while ((await person.Mail.ReadInAsync(account.Id, TestContext.Current.CancellationToken)) is not [{ Held: 1 }]) await Task.Delay(10, TestContext.Current.CancellationToken);

        var after = (await handler.HandleAsync(new AccountInput(account.Id), TestContext.Current.CancellationToken)).Model<HealthPage, HealthPage>();
        Assert.Equal("accounts.health.whole", Assert.Single(after.Mailboxes).State.Key);
        Assert.Contains(after.Facts, fact => fact.Label.Key == "accounts.health.waited");
        Assert.Equal(404, (await handler.HandleAsync(new AccountInput(AccountId.New()), TestContext.Current.CancellationToken)).Refused().Status);
    }
}
