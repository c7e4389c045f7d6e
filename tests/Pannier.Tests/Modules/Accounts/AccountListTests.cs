using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Accounts;
using Pannier.Modules.Accounts.Provider;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Accounts;

public class AccountListTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_accounts_in_their_order_with_the_moves_there_are()
    {
        await using var here = await PersonHere.OpenAsync();
        await here.AddAsync("ben", 1);
        await here.AddAsync("ann", 0);
        await here.AddAsync("cat", 2);

        var page = (await new ShowAccounts(here.Mail, here.Visit).HandleAsync(new Nothing(), Cancellation)).Model();

        Assert.Equal(["ann", "ben", "cat"], page.Accounts.Select(line => line.Account.Name));
        Assert.Equal([[Move.Down], [Move.Up, Move.Down], [Move.Up]], page.Accounts.Select(line => line.Moves));
        Assert.All(page.Accounts, line => Assert.Equal(AccountState.Unknown, line.Health));
    }

    [Fact]
    public async Task Tells_the_state_of_each_server_in_plain_words()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        await here.Mail.TestAsync(account.Id, Cancellation);
        var fine = Assert.Single((await new ShowAccounts(here.Mail, here.Visit).HandleAsync(new Nothing(), Cancellation)).Model().Accounts);
        here.Stores.Faults["imap.example.org"] = new MailFault(MailFaultKind.SignInRefused);
        await here.Mail.TestAsync(account.Id, Cancellation);

        var failing = Assert.Single((await new ShowAccounts(here.Mail, here.Visit).HandleAsync(new Nothing(), Cancellation)).Model().Accounts);

        Assert.Equal((AccountState.Fine, "accounts.state.connected"), (fine.Health, fine.State.Key));
        Assert.Equal((AccountState.Failing, "fault.sign-in-refused"), (failing.Health, failing.State.Key));
    }

    [Theory]
    [InlineData("ann", Move.Down, "ben ann cat")]
    [InlineData("cat", Move.Up, "ann cat ben")]
    [InlineData("ann", Move.Up, "ann ben cat")]
    [InlineData("cat", Move.Down, "ann ben cat")]
    public async Task Moves_an_account_one_place_and_no_further_than_the_end(string name, Move move, string order)
    {
        await using var here = await PersonHere.OpenAsync();
        foreach (var one in (string[])["ann", "ben", "cat"]) await here.AddAsync(one); // all of one order: ties are broken first
        var tied = await here.Book.AllAsync(Cancellation);
        foreach (var (place, one) in tied.OrderBy(account => account.Name, StringComparer.Ordinal).Index()) await here.Book.SaveAsync(one with { Order = place * 10 }, Cancellation);

        await new OrderAccounts(here.Book).HandleAsync(new OrderInput(tied.Single(account => account.Name == name).Id, move), Cancellation);

        Assert.Equal(order, string.Join(' ', (await here.Book.AllAsync(Cancellation)).Select(account => account.Name)));
    }

    [Fact]
    public async Task Hides_from_the_combined_views_and_shows_again()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");

        await new ChooseCombined(here.Book).HandleAsync(new CombinedInput(account.Id, InCombinedViews.Hidden), Cancellation);
        var hidden = await here.Book.FindAsync(account.Id, Cancellation);
        await new ChooseCombined(here.Book).HandleAsync(new CombinedInput(account.Id, InCombinedViews.Shown), Cancellation);

        Assert.Equal(InCombinedViews.Hidden, hidden?.Combined);
        Assert.Equal(account, await here.Book.FindAsync(account.Id, Cancellation));
    }

    [Fact]
    public async Task Tests_both_servers_with_what_is_stored()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");

        var fine = (await new TestAccount(here.Mail).HandleAsync(new AccountInput(account.Id), Cancellation)).Model<TestAnswer, TestAnswer.Fine>();

        Assert.Equal("accounts.test.fine", fine.Notice?.Key);
        Assert.Equal(["imap.example.org:993 ann@example.org old secret", "smtp.example.org:465 ann@example.org old secret"], here.Stores.SignIns.Distinct().Order()); // the mirror signs in, too
    }

    [Fact]
    public async Task Says_which_server_failed_a_test()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        here.Stores.Faults["smtp.example.org"] = new MailFault(MailFaultKind.TlsUnavailable);

        var failed = (await new TestAccount(here.Mail).HandleAsync(new AccountInput(account.Id), Cancellation)).Model<TestAnswer, TestAnswer.Failed>();

        Assert.Equal("accounts.failed.smtp", Assert.Single(failed.Failures).Key);
    }

    [Fact]
    public async Task Says_so_when_the_password_must_be_given_again()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        await here.Book.SaveAsync(account with { Imap = account.Imap with { Port = 143 } }, Cancellation);

        var failed = (await new TestAccount(here.Mail).HandleAsync(new AccountInput(account.Id), Cancellation)).Model<TestAnswer, TestAnswer.Failed>();

        Assert.Equal(2, failed.Failures.Count);
        Assert.Empty(here.Stores.SignIns);
    }

    [Fact]
    public async Task Asks_before_it_removes_an_account_and_then_forgets_all_of_it()
    {
        await using var here = await PersonHere.OpenAsync();
        var (gone, stays) = (await here.AddAsync("ann"), await here.AddAsync("ben"));
        var handler = new RemoveAccount(here.Book, new RevokeGrant(here.Providers, here.Client), here.Mail, here.Log);

        var question = (await handler.HandleAsync(new RemoveInput(gone.Id, Tick.Off), Cancellation)).Model<RemoveAnswer, RemoveAnswer.AskSure>();
        var before = await here.Book.AllAsync(Cancellation);
        (await handler.HandleAsync(new RemoveInput(gone.Id, Tick.On), Cancellation)).Model<RemoveAnswer, RemoveAnswer.Done>();

        Assert.Equal("ann", question.Name);
        Assert.Equal(2, before.Count);
        Assert.Equal(stays, Assert.Single(await here.Mail.AccountsAsync(Cancellation)));
        Assert.Null(await here.Book.PasswordsAsync(gone, Cancellation));
        Assert.Equal(stays.Id, Assert.Single(await here.Book.AllIdentitiesAsync(Cancellation)).Account);
    }
}
