using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Modules.Identities;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Identities;

public class IdentityTests
{
    private static readonly IdentityFields Work = new("Ann at work", "ann@work.example", "desk@work.example", "Ann\nThird floor\n", Tick.Off);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_each_accounts_identities_and_lets_nobody_remove_the_last()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        var one = (await new ShowIdentities(here.Book).HandleAsync(new Nothing(), Cancellation)).Model();
        await new AddIdentity(here.Book).HandleAsync(new AddIdentityInput(account.Id, Work), Cancellation);

        var two = (await new ShowIdentities(here.Book).HandleAsync(new Nothing(), Cancellation)).Model();

        Assert.Null(Assert.Single(Assert.Single(one.Accounts).Identities).RemoveUrl);
        Assert.Equal(["ann@example.org", "ann@work.example"], Assert.Single(two.Accounts).Identities.Select(line => line.Identity.Address));
        Assert.All(two.Accounts[0].Identities, line => Assert.NotNull(line.RemoveUrl));
    }

    [Fact]
    public async Task Adds_one_as_typed_beside_the_default()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");

        (await new AddIdentity(here.Book).HandleAsync(new AddIdentityInput(account.Id, Work), Cancellation)).Model<IdentityPage, IdentityPage.Done>();

        var added = Assert.Single(await here.Book.IdentitiesAsync(account.Id, Cancellation), identity => !identity.IsDefault);
        Assert.Equal(("Ann at work", "ann@work.example", "desk@work.example", "Ann\nThird floor"), (added.Name, added.Address, added.ReplyTo, added.Signature));
    }

    [Fact]
    public async Task Making_one_the_default_takes_it_from_the_other()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");

        await new AddIdentity(here.Book).HandleAsync(new AddIdentityInput(account.Id, Work with { Default = Tick.On }), Cancellation);

        Assert.Equal("ann@work.example", Assert.Single(await here.Book.IdentitiesAsync(account.Id, Cancellation), identity => identity.IsDefault).Address);
    }

    [Fact]
    public async Task The_first_of_an_account_is_its_default_whatever_was_ticked()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        await here.Book.RemoveIdentityAsync(Assert.Single(await here.Book.IdentitiesAsync(account.Id, Cancellation)).Id, Cancellation);

        await new AddIdentity(here.Book).HandleAsync(new AddIdentityInput(account.Id, Work), Cancellation);

        Assert.True(Assert.Single(await here.Book.IdentitiesAsync(account.Id, Cancellation)).IsDefault);
    }

    [Fact]
    public async Task Shows_one_to_be_changed_and_the_default_cannot_be_given_up()
    {
        await using var here = await PersonHere.OpenAsync();
        var identity = Assert.Single(await here.Book.IdentitiesAsync((await here.AddAsync("ann")).Id, Cancellation));

        var form = (await new ShowIdentity(here.Book).HandleAsync(new IdentityInput(identity.Id), Cancellation)).Model<IdentityPage, IdentityPage.Form>();
        (await new EditIdentity(here.Book).HandleAsync(new EditIdentityInput(identity.Id, form.Typed with { Name = "Annie", ReplyTo = "", Default = Tick.Off }), Cancellation)).Model<IdentityPage, IdentityPage.Done>();

        Assert.Equal(DefaultChoice.Settled, form.Default);
        Assert.Equal(identity with { Name = "Annie" }, Assert.Single(await here.Book.AllIdentitiesAsync(Cancellation)));
    }

    [Theory]
    [InlineData("not an address", "", "identities.wrong.address", null)]
    [InlineData("ann@work.example>\r\nBcc: x@y.example", "", "identities.wrong.address", null)]
    [InlineData("ann@work.example", "desk", null, "identities.wrong.reply-to")]
    [InlineData("ann@work.example, ben@work.example", "a@b.example, c@d.example", "identities.wrong.address", "identities.wrong.reply-to")]
    public async Task Shows_what_will_not_do_with_everything_typed_and_stores_nothing(string address, string replyTo, string? addressWrong, string? replyToWrong)
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        var typed = Work with { Address = address, ReplyTo = replyTo };

        var form = (await new AddIdentity(here.Book).HandleAsync(new AddIdentityInput(account.Id, typed), Cancellation)).Model<IdentityPage, IdentityPage.Form>();

        Assert.Equal((addressWrong, replyToWrong, 422), (form.Wrong.Address?.Key, form.Wrong.ReplyTo?.Key, form.Status));
        Assert.Equal(typed, form.Typed);
        Assert.Single(await here.Book.AllIdentitiesAsync(Cancellation));
    }

    [Fact]
    public async Task A_name_that_breaks_lines_and_an_endless_signature_will_not_do()
    {
        await using var here = await PersonHere.OpenAsync();
        var identity = Assert.Single(await here.Book.IdentitiesAsync((await here.AddAsync("ann")).Id, Cancellation));

        var form = (await new EditIdentity(here.Book).HandleAsync(
            new EditIdentityInput(identity.Id, Work with { Name = "Ann\u2028Bcc: x", Signature = new string('s', IdentityCheck.LongestSignature + 1) }), Cancellation)).Model<IdentityPage, IdentityPage.Form>();

        Assert.Equal(("identities.wrong.name", "identities.wrong.signature"), (form.Wrong.Name?.Key, form.Wrong.Signature?.Key));
        Assert.Equal(identity, Assert.Single(await here.Book.AllIdentitiesAsync(Cancellation)));
    }

    [Fact]
    public async Task Never_removes_an_accounts_last()
    {
        await using var here = await PersonHere.OpenAsync();
        var identity = Assert.Single(await here.Book.IdentitiesAsync((await here.AddAsync("ann")).Id, Cancellation));

        var refusal = (await new RemoveIdentity(here.Book).HandleAsync(new RemoveIdentityInput(identity.Id, Tick.On), Cancellation)).Refused();

        Assert.Equal((422, "identities.last"), (refusal.Status, refusal.Said.Key));
        Assert.Single(await here.Book.AllIdentitiesAsync(Cancellation));
    }

    [Fact]
    public async Task Asks_before_it_removes_and_the_next_becomes_the_default()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await here.AddAsync("ann");
        await new AddIdentity(here.Book).HandleAsync(new AddIdentityInput(account.Id, Work), Cancellation);
        var first = (await here.Book.IdentitiesAsync(account.Id, Cancellation))[0];
        var handler = new RemoveIdentity(here.Book);

        (await handler.HandleAsync(new RemoveIdentityInput(first.Id, Tick.Off), Cancellation)).Model<RemoveIdentityAnswer, RemoveIdentityAnswer.AskSure>();
        var asked = await here.Book.AllIdentitiesAsync(Cancellation);
        (await handler.HandleAsync(new RemoveIdentityInput(first.Id, Tick.On), Cancellation)).Model<RemoveIdentityAnswer, RemoveIdentityAnswer.Done>();

        Assert.Equal(2, asked.Count);
        var left = Assert.Single(await here.Book.AllIdentitiesAsync(Cancellation));
        Assert.Equal(("ann@work.example", true), (left.Address, left.IsDefault));
    }

    [Fact]
    public async Task Knows_none_of_anybody_else()
    {
        await using var here = await PersonHere.OpenAsync();
        await here.AddAsync("ann");

        Assert.Equal(404, (await new AddIdentity(here.Book).HandleAsync(new AddIdentityInput(AccountId.New(), Work), Cancellation)).Refused().Status);
        Assert.Equal(404, (await new EditIdentity(here.Book).HandleAsync(new EditIdentityInput(IdentityId.New(), Work), Cancellation)).Refused().Status);
        Assert.Equal(404, (await new RemoveIdentity(here.Book).HandleAsync(new RemoveIdentityInput(IdentityId.New(), Tick.On), Cancellation)).Refused().Status);
    }
}
