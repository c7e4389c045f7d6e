using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pannier.Core.Accounts.Keeping;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Modules.Members;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Members;

public class MemberTests
{
    private static readonly IOptions<SiteOptions> Options = Microsoft.Extensions.Options.Options.Create(new SiteOptions { PublicOrigins = ["https://mail.example.org"] });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_everybody_and_offers_to_remove_all_but_oneself()
    {
        await using var here = await PersonHere.OpenAsync(Role.Administrator);
        await here.Site.RegisterAsync("ben");

        var page = (await new ShowPeople(here.Site.People, here.Site.Links, here.Site.Checks, here.Visit).HandleAsync(new Nothing(), Cancellation)).Model();

        Assert.Equal([("ann", Role.Administrator, false), ("ben", Role.Member, true)], page.People.Select(person => (person.Name, person.Role, person.RemoveUrl is not null)));
    }

    [Fact]
    public async Task Makes_a_link_by_which_one_person_registers()
    {
        await using var here = await PersonHere.OpenAsync(Role.Administrator);

        var invitation = (await new InvitePerson(here.Site.Links, here.Site.Arrivals, here.Site.Checks, here.Site.People, Options).HandleAsync(new InviteInput(Role.Member, null), Cancellation)).Model<Invitation, Invitation.Link>();

        Assert.StartsWith("https://mail.example.org/register/", invitation.Url, StringComparison.Ordinal);
        Assert.Equal(here.Site.Clock.GetUtcNow().AddDays(7), invitation.ExpiresAt);
        Assert.Equal(new LinkPurpose(null, Role.Member), await here.Site.Links.FindAsync(invitation.Url.Split('/')[^1], Cancellation));
    }

    [Fact]
    public async Task Asks_before_it_removes_a_person_and_ends_their_sessions()
    {
        await using var here = await PersonHere.OpenAsync(Role.Administrator);
        var ben = await here.Site.RegisterAsync("ben");
        var id = ben.User.Id;
        var ticket = await here.Site.Sessions.BeginAsync(ben.User, ben.Keyring, new Beginning(SignInLevel.Full), Cancellation);
        var handler = new RemovePerson(here.Site.People, here.Site.Sessions, new MirrorShelves(here.Site.Directory, NullLoggerFactory.Instance), here.Visit);

        var question = (await handler.HandleAsync(new RemovePersonInput(id, Tick.Off), Cancellation)).Model<RemovePersonAnswer, RemovePersonAnswer.AskSure>();
        var asked = await here.Site.Sessions.OpenAsync(ticket.Reveal(), Cancellation);
        (await handler.HandleAsync(new RemovePersonInput(id, Tick.On), Cancellation)).Model<RemovePersonAnswer, RemovePersonAnswer.Done>();

        Assert.Equal("ben", question.Name);
        Assert.NotNull(asked);
        Assert.Null(await here.Site.Sessions.OpenAsync(ticket.Reveal(), Cancellation));
        Assert.Equal("ann", Assert.Single(await here.Site.People.AllAsync(Cancellation)).Name.Shown);
    }

    [Fact]
    public async Task An_administrator_cannot_remove_themself()
    {
        await using var here = await PersonHere.OpenAsync(Role.Administrator);

        var refusal = (await new RemovePerson(here.Site.People, here.Site.Sessions, new MirrorShelves(here.Site.Directory, NullLoggerFactory.Instance), here.Visit).HandleAsync(new RemovePersonInput(here.Visit.Required.User, Tick.On), Cancellation)).Refused();

        Assert.Equal((422, "people.not-oneself"), (refusal.Status, refusal.Said.Key));
        Assert.Single(await here.Site.People.AllAsync(Cancellation));
    }

    [Fact]
    public async Task An_open_invitation_is_listed_and_can_be_withdrawn()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await site.RegisteredAsync("ann", Role.Administrator);
        var (links, people) = ((Links)site.Services.GetService(typeof(Links))!, (People)site.Services.GetService(typeof(People))!);
        var invited = await links.InviteAsync(Role.Administrator, Cancellation);
        await links.ResetAsync((await people.AllAsync(Cancellation)).Single(), Cancellation);

        var page = await ann.GetAsync("/people");
        Assert.Contains("An invitation for an administrator", page.Body, StringComparison.Ordinal);
        Assert.Contains("A new password for ann", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(invited.Token, page.Body, StringComparison.Ordinal);
        var id = (await links.OpenAsync(Cancellation)).Single(link => link.Person is null).Id;

        Assert.Equal((303, "/people"), await WithdrawAsync());
        Assert.Equal(404, (await WithdrawAsync()).Status);
        Assert.Null(await links.FindAsync(invited.Token, Cancellation));
        Assert.DoesNotContain("An invitation for", (await ann.GetAsync("/people")).Body, StringComparison.Ordinal);
        site.Clock.AdjustTime(site.Clock.GetUtcNow().AddDays(8));
        Assert.Empty(await links.OpenAsync(Cancellation));

        async Task<(int Status, string? Location)> WithdrawAsync()
        {
            var reply = await ann.PostAsync($"/people/links/{id}/withdraw");
            return (reply.Status, reply.Location);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AB")]
    [InlineData("gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg")]
    public void What_is_no_link_is_not_read(string text) => Assert.Null(LinkId.Read(text));

    [Fact]
    public async Task Nobody_but_an_administrator_may_do_any_of_it()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await site.RegisteredAsync("ann", Role.Administrator);
        using var ben = await site.RegisteredAsync("ben");
        var people = (People)site.Services.GetService(typeof(People))!;
        var id = (await people.AllAsync(Cancellation)).Single(person => person.Name.Shown == "ann").Id;

        Assert.Equal(403, (await ben.GetAsync("/people")).Status);
        Assert.Equal(403, (await ben.PostAsync("/people/invite", ("role", "administrator"))).Status);
        Assert.Equal(403, (await ben.PostAsync($"/people/{id}/remove", ("sure", "yes"))).Status);
        Assert.Contains("Only an administrator may do that.", (await ben.GetAsync("/accounts/providers")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await ann.GetAsync("/people")).Status);
        Assert.Equal(2, (await people.AllAsync(Cancellation)).Count);
    }
}
