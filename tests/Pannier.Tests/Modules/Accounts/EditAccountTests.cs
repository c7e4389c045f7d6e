using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Accounts;
using Pannier.Modules.Accounts.Provider;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Accounts;

public class EditAccountTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saves_name_colour_hiding_and_copies_without_the_password()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        var input = Form(account) with { Label = Line.Read("Home"), Colour = AccountColour.Gold, Hidden = Tick.On, SentCopies = SentCopies.Server };

        (await Handler(here).HandleAsync(input, Cancellation)).Model<EditPage, EditPage.Done>();

        var saved = await here.Book.FindAsync(account.Id, Cancellation);
        Assert.Equal(account with { Name = "Home", Colour = AccountColour.Gold, Combined = InCombinedViews.Hidden, SentCopies = SentCopies.Server }, saved);
        Assert.NotNull(await here.Book.PasswordsAsync(saved!, Cancellation));
        Assert.Empty(here.Stores.SignIns);
    }

    [Theory]
    [InlineData("imap.elsewhere.example", "993", ConnectionSecurity.Tls)]
    [InlineData("imap.example.org", "143", ConnectionSecurity.Tls)]
    [InlineData("imap.example.org", "993", ConnectionSecurity.StartTls)]
    public async Task Asks_for_the_password_again_when_any_part_of_the_login_changes(string host, string port, ConnectionSecurity security)
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");

        var again = (await Handler(here).HandleAsync(Form(account) with { Imap = AddForms.Server(host, port, security) }, Cancellation)).Model<EditPage, EditPage.Form>();

        Assert.Equal("accounts.wrong.password-again", Assert.Single(again.Wrong).Key);
        Assert.Equal(account, await here.Book.FindAsync(account.Id, Cancellation));
        Assert.Empty(here.Stores.SignIns);
    }

    [Fact]
    public async Task Takes_another_login_once_its_hosts_are_confirmed_and_it_works()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        var input = Form(account) with { Imap = AddForms.Server("mail.example.org", "993"), Password = Secret.Of("new secret"), Confirmed = Line.Read("mail.example.org smtp.example.org") };

        (await Handler(here).HandleAsync(input, Cancellation)).Model<EditPage, EditPage.Done>();

        var saved = await here.Book.FindAsync(account.Id, Cancellation);
        Assert.Equal("mail.example.org", saved?.Imap.Host);
        Assert.Equal("new secret"u8.ToArray(), (await here.Book.PasswordsAsync(saved!, Cancellation))?.Imap);
        Assert.Contains("mail.example.org:993 ann@example.org new secret", here.Stores.SignIns);
    }

    [Fact]
    public async Task Sends_the_password_nowhere_while_the_new_host_is_unconfirmed()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        var input = Form(account) with { Imap = AddForms.Server("mail.example.org", "993"), Password = Secret.Of("new secret"), Confirmed = Line.Read("imap.example.org smtp.example.org") };

        var again = (await Handler(here).HandleAsync(input, Cancellation)).Model<EditPage, EditPage.Form>();

        Assert.Equal("accounts.wrong.unconfirmed", Assert.Single(again.Wrong).Key);
        Assert.Empty(here.Stores.SignIns);
    }

    [Fact]
    public async Task Keeps_what_was_stored_when_the_new_password_is_refused()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        here.Stores.Faults["imap.example.org"] = new MailFault(MailFaultKind.SignInRefused);
        var input = Form(account) with { Label = Line.Read("Home"), Password = Secret.Of("mistyped"), Confirmed = Line.Read("imap.example.org smtp.example.org") };

        var again = (await Handler(here).HandleAsync(input, Cancellation)).Model<EditPage, EditPage.Form>();

        Assert.Equal(("Home", 422), (again.Label, again.Status));
        Assert.Equal(account, await here.Book.FindAsync(account.Id, Cancellation));
        Assert.Equal("old secret"u8.ToArray(), (await here.Book.PasswordsAsync(account, Cancellation))?.Imap);
    }

    [Fact]
    public async Task A_new_password_for_the_same_login_is_used_from_then_on()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        await here.Mail.TestAsync(account.Id, Cancellation); // opened with the old one
        var input = Form(account) with { Password = Secret.Of("new secret"), Confirmed = Line.Read("imap.example.org smtp.example.org") };
        (await Handler(here).HandleAsync(input, Cancellation)).Model<EditPage, EditPage.Done>();
        here.Stores.SignIns.Clear();

        await here.Mail.TestAsync(account.Id, Cancellation);

        var signIns = here.Stores.SignIns.ToList(); // the test's two, and the sync's if it was as quick
        Assert.InRange(signIns.Count, 2, 3);
        Assert.All(signIns, signIn => Assert.EndsWith(" new secret", signIn, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shows_what_is_stored_but_no_password()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");

        var form = (await new ShowEdit(here.Book, new ServerForm(here.Egress, here.Providers)).HandleAsync(new AccountInput(account.Id), Cancellation)).Model<EditPage, EditPage.Form>();

        Assert.Equal((200, "imap.example.org", "smtp.example.org"), (form.Status, form.Imap.Host, form.Smtp.Host));
        Assert.DoesNotContain("old secret", form.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_no_account_of_anybody_else()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");

        Assert.Equal(404, (await Handler(here).HandleAsync(Form(account) with { Account = AccountId.New() }, Cancellation)).Refused().Status);
        Assert.Equal(404, (await new ShowEdit(here.Book, new ServerForm(here.Egress, here.Providers)).HandleAsync(new AccountInput(AccountId.New()), Cancellation)).Refused().Status);
    }

    private static EditAccount Handler(PersonHere here) => new(here.Book, new ServerForm(here.Egress, here.Providers), new TryServers(here.Stores, here.Egress), new RevokeGrant(here.Providers, here.Client), here.Mail, here.Log);

    private static EditInput Form(MyAccount account) => new(
        account.Id,
        Line.Read(account.Name),
        account.Colour,
        Tick.Off,
        account.SentCopies,
        AddForms.Server("imap.example.org", "993"),
        AddForms.Server("smtp.example.org", "465"),
        null,
        null,
        null);
}
