using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Accounts;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Accounts;

public class AddAccountTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saves_the_account_with_its_password_and_a_default_identity_once_both_servers_let_us_in()
    {
        await using var here = await PersonHere.OpenAsync();

        var done = (await Handler(here).HandleAsync(AddForms.Fresh(), Cancellation)).Model<AddPage, AddPage.Done>();

        var account = Assert.Single(await here.Book.AllAsync(Cancellation));
        Assert.Equal("/", done.Next.Value);
        Assert.Equal(("Private", "ann@example.org", AccountColour.Plum, InCombinedViews.Shown), (account.Name, account.Address, account.Colour, account.Combined));
        Assert.Equal(new Login("imap.example.org", 993, ConnectionSecurity.Tls, "ann@example.org"), account.Imap);
        Assert.Equal("let me in"u8.ToArray(), (await here.Book.PasswordsAsync(account, Cancellation))!.Smtp);
        var identity = Assert.Single(await here.Book.IdentitiesAsync(account.Id, Cancellation));
        Assert.Equal(("Ann Example", "ann@example.org", true), (identity.Name, identity.Address, identity.IsDefault));
        Assert.Equal(["imap.example.org:993 ann@example.org let me in", "smtp.example.org:465 ann@example.org let me in"], here.Stores.SignIns.Order());
    }

    [Fact]
    public async Task Gives_outgoing_mail_its_own_password_when_there_is_one()
    {
        await using var here = await PersonHere.OpenAsync();

        await Handler(here).HandleAsync(AddForms.Fresh() with { SmtpPassword = Secret.Of("another") }, Cancellation);

        Assert.Equal(["imap.example.org:993 ann@example.org let me in", "smtp.example.org:465 ann@example.org another"], here.Stores.SignIns.Order());
        var account = Assert.Single(await here.Book.AllAsync(Cancellation));
        Assert.Equal("another"u8.ToArray(), (await here.Book.PasswordsAsync(account, Cancellation))!.Smtp);
    }

    [Fact]
    public async Task Puts_the_next_account_last()
    {
        await using var here = await PersonHere.OpenAsync();
        await here.AddAsync("ben", order: 4);

        var done = (await Handler(here).HandleAsync(AddForms.Fresh(), Cancellation)).Model<AddPage, AddPage.Done>();

        Assert.Equal("/accounts", done.Next.Value);
        Assert.Equal(["ben", "Private"], (await here.Book.AllAsync(Cancellation)).Select(account => account.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("imap.example.org")]
    [InlineData("imap.example.org smtp.elsewhere.example")]
    [InlineData("yes")]
    public async Task Sends_no_password_to_hosts_that_were_not_confirmed_by_name(string? confirmed)
    {
        await using var here = await PersonHere.OpenAsync();

        var again = (await Handler(here).HandleAsync(AddForms.Fresh() with { Confirmed = confirmed is null ? null : Line.Read(confirmed) }, Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Empty(here.Stores.SignIns);
        Assert.Empty(await here.Book.AllAsync(Cancellation));
        Assert.Equal(422, again.Status);
        Assert.Equal("accounts.wrong.unconfirmed", Assert.Single(again.Wrong).Key);
        Assert.Equal("imap.example.org smtp.example.org", again.Confirm?.Value);
    }

    [Fact]
    public async Task Shows_each_failure_and_everything_typed_and_saves_nothing()
    {
        await using var here = await PersonHere.OpenAsync();
        here.Stores.Faults["imap.example.org"] = new MailFault(MailFaultKind.SignInRefused, "Wrong, sorry");
        here.Stores.Faults["smtp.example.org"] = new MailFault(MailFaultKind.Certificate);

        var again = (await Handler(here).HandleAsync(AddForms.Fresh(), Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Empty(await here.Book.AllAsync(Cancellation));
        Assert.Equal(["accounts.failed.imap", "accounts.failed.smtp"], again.Wrong.Select(wrong => wrong.Key));
        Assert.Equal(("Private", "Ann Example", AccountColour.Plum), (again.Label, again.PersonName, again.Colour));
        Assert.Equal(("imap.example.org", "993", "ann@example.org"), (again.Imap.Host, again.Imap.Port, again.Imap.UserName));
    }

    [Theory]
    [InlineData(MailFaultKind.Unreachable)]
    [InlineData(MailFaultKind.Forbidden)]
    [InlineData(MailFaultKind.TimedOut)]
    [InlineData(MailFaultKind.Protocol)]
    [InlineData(MailFaultKind.Dropped)]
    public async Task Says_one_thing_whether_closed_forbidden_or_not_mail(MailFaultKind kind)
    {
        await using var here = await PersonHere.OpenAsync();
        here.Stores.Faults["imap.example.org"] = new MailFault(kind, "SSH-2.0-OpenSSH_9.6");

        var again = (await Handler(here).HandleAsync(AddForms.Fresh(), Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Equal("accounts.failed.imap", Assert.Single(again.Wrong).Key);
        var why = Assert.IsType<Said>(Assert.Single(again.Wrong[0].Parts).Value);
        Assert.Equal(("fault.unreachable", 0), (why.Key, why.Parts.Count));
    }

    [Fact]
    public async Task Repeats_no_words_that_came_in_clear_text()
    {
        await using var here = await PersonHere.OpenAsync();
        here.Stores.Faults["clear.example.org"] = new MailFault(MailFaultKind.SignInRefused, "go to evil.example");
        var input = AddForms.Fresh() with { Imap = AddForms.Server("clear.example.org", "143", ConnectionSecurity.None), Confirmed = Line.Read("clear.example.org smtp.example.org") };

        var again = (await Handler(here).HandleAsync(input, Cancellation)).Model<AddPage, AddPage.Servers>();

        var why = Assert.IsType<Said>(Assert.Single(Assert.Single(again.Wrong).Parts).Value);
        Assert.Equal(("fault.sign-in-refused", 0), (why.Key, why.Parts.Count));
    }

    [Theory]
    [InlineData("imap.example.org", "993", ConnectionSecurity.None, "accounts.wrong.clear")]
    [InlineData("not a host", "993", ConnectionSecurity.Tls, "accounts.wrong.host")]
    [InlineData("", "993", ConnectionSecurity.Tls, "accounts.wrong.host")]
    [InlineData("imap.example.org", "99999", ConnectionSecurity.Tls, "accounts.wrong.port")]
    [InlineData("imap.example.org", "", ConnectionSecurity.StartTls, "accounts.wrong.port")]
    public async Task Says_what_is_wrong_with_a_server_and_asks_it_nothing(string host, string port, ConnectionSecurity security, string key)
    {
        await using var here = await PersonHere.OpenAsync();

        var again = (await Handler(here).HandleAsync(AddForms.Fresh() with { Imap = AddForms.Server(host, port, security) }, Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Equal(key, again.Imap.Wrong?.Key);
        Assert.Null(again.Smtp.Wrong);
        Assert.Null(again.Confirm);
        Assert.Empty(here.Stores.SignIns);
    }

    [Fact]
    public async Task Refuses_an_account_one_has_already()
    {
        await using var here = await PersonHere.OpenAsync();
        await here.AddAsync("ann");

        var again = (await Handler(here).HandleAsync(AddForms.Fresh(), Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Equal("accounts.wrong.twice", Assert.Single(again.Wrong).Key);
        Assert.Single(await here.Book.AllAsync(Cancellation));
    }

    [Fact]
    public async Task Asks_for_the_password_when_none_was_given()
    {
        await using var here = await PersonHere.OpenAsync();

        var again = (await Handler(here).HandleAsync(AddForms.Filled with { Password = null }, Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Equal("accounts.wrong.password", Assert.Single(again.Wrong).Key);
        Assert.Empty(here.Stores.SignIns);
    }

    private static AddAccount Handler(PersonHere here) => new(new ServerForm(here.Egress, here.Providers), new TryServers(here.Stores, here.Egress), here.Book, here.Log);
}
