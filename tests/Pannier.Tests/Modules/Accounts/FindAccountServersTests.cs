using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Modules.Accounts;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Accounts;

public class FindAccountServersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_what_was_found_and_marks_a_host_outside_the_domain()
    {
        await using var here = await PersonHere.OpenAsync();
        var found = new FoundServers(
            new Login("imap.example.org", 993, ConnectionSecurity.Tls, "ann"),
            new Login("smtp.bigmail.example", 587, ConnectionSecurity.StartTls, "ann"),
            FoundBy.Dns,
            SignInWay.Password);

        var page = (await Handler(here, found).HandleAsync(new AddressInput(Line.Read("ann@example.org")), Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Equal(200, page.Status);
        Assert.Null(page.Imap.Caution);
        Assert.Equal("accounts.outside", page.Smtp.Caution?.Key);
        Assert.Equal(("587", ConnectionSecurity.StartTls), (page.Smtp.Port, page.Smtp.Security));
        Assert.Equal("imap.example.org smtp.bigmail.example", page.Confirm?.Value);
    }

    [Fact]
    public async Task A_host_that_only_ends_like_the_domain_is_outside_it()
    {
        await using var here = await PersonHere.OpenAsync();
        var login = new Login("imap.notexample.org", 993, ConnectionSecurity.Tls, "ann");

        var page = (await Handler(here, new FoundServers(login, login, FoundBy.Guess, SignInWay.Password)).HandleAsync(new AddressInput(Line.Read("ann@example.org")), Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Equal("accounts.outside", page.Imap.Caution?.Key);
        Assert.Equal("imap.notexample.org", page.Confirm?.Value);
    }

    [Fact]
    public async Task Asks_for_no_password_while_nothing_is_found()
    {
        await using var here = await PersonHere.OpenAsync();

        var page = (await Handler(here, FoundServers.Nothing).HandleAsync(new AddressInput(Line.Read("ann@example.org")), Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Null(page.Confirm);
        Assert.Equal(("", "993", "ann@example.org"), (page.Imap.Host, page.Imap.Port, page.Imap.UserName));
        Assert.Equal(FoundBy.Nothing, page.By);
    }

    [Fact]
    public async Task Offers_a_colour_no_account_has_yet()
    {
        await using var here = await PersonHere.OpenAsync();
        await here.AddAsync("ben");

        var page = (await Handler(here, FoundServers.Nothing).HandleAsync(new AddressInput(Line.Read("ann@example.org")), Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Equal(AccountColour.Moss, page.Colour);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("ann@example.org, ben@example.org")]
    public async Task Asks_again_for_what_is_no_address(string typed)
    {
        await using var here = await PersonHere.OpenAsync();

        var page = (await Handler(here, FoundServers.Nothing).HandleAsync(new AddressInput(Line.Read(typed)), Cancellation)).Model<AddPage, AddPage.Address>();

        Assert.Equal((typed, "accounts.wrong.address", 422), (page.Typed, page.Wrong?.Key, page.Status));
    }

    private static FindAccountServers Handler(PersonHere here, FoundServers found) => new(new Finds(found), new ServerForm(here.Egress, here.Providers), here.Book);

    private sealed class Finds(FoundServers found) : IFindServers
    {
        public Task<FoundServers> FindAsync(AddrSpec address, CancellationToken cancellation) => Task.FromResult(found);
    }
}
